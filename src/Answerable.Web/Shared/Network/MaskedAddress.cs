using Answerable.Model.Privacy;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Answerable.Web.Shared;

/// <summary>
/// Words that are looked for stand in the address, and so in the browser's history, in bookmarks and in the logs of whatever lies between: a page
/// asked for with a card number in them is at the same address with the number masked.
/// </summary>
internal static class MaskedAddress
{
    public static void UseMaskedAddresses(this WebApplication app) => app.Use((http, next) =>
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Query.All(one => one.Value.All(IsMasked)))
            return next(http);
        var masked = Masked(http.Request.Query);
        // A path that begins with two strokes would be another server's name.
        return Reply.See(SafeBack.Of($"{http.Request.PathBase}{http.Request.Path}{masked}")).ExecuteAsync(http);
    });

    private static QueryString Masked(IEnumerable<KeyValuePair<string, StringValues>> query) => QueryString.Create(query.Select(one =>
        KeyValuePair.Create(one.Key, new StringValues([.. one.Value.Select(value => IsMasked(value) ? value : Masked(value!))]))));

    /// <summary>An id holds digits that are nobody's card, and so does the path of an address to go back to; what is asked there is words.</summary>
    private static bool IsMasked(string? value) => value is null || Guid.TryParse(value, out _)
        || (value.StartsWith('/')
            ? value.IndexOf('?', StringComparison.Ordinal) is var asked && (asked < 0
                || QueryHelpers.ParseQuery(value[asked..]).All(one => one.Value.All(IsMasked)))
            : CardMask.Apply(value) == value);

    private static string Masked(string value) => value.IndexOf('?', StringComparison.Ordinal) is var asked && value.StartsWith('/')
        ? value[..asked] + Masked(QueryHelpers.ParseQuery(value[asked..])) : CardMask.Apply(value);
}
