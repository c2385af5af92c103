using Answerable.Model.Privacy;
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
        var masked = QueryString.Create(http.Request.Query.Select(one =>
            KeyValuePair.Create(one.Key, new StringValues([.. one.Value.Select(value => IsMasked(value) ? value : CardMask.Apply(value!))]))));
        // A path that begins with two strokes would be another server's name.
        return Reply.See(SafeBack.Of($"{http.Request.PathBase}{http.Request.Path}{masked}")).ExecuteAsync(http);
    });

    /// <summary>An address to go back to and an id hold digits that are nobody's card.</summary>
    private static bool IsMasked(string? value) =>
        value is null || value.StartsWith('/') || Guid.TryParse(value, out _) || CardMask.Apply(value) == value;
}
