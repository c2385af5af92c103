using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Answerable.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Answerable.Web.Shared;

/// <summary>
/// A page whose address asks for what is no number or no yes is not begun: it would break in the middle of being read. Nothing where a number could
/// be asks for none. So is one that asks for what cannot be read of what its page or download says of itself.
/// </summary>
internal static class ReadableQuery
{
    private static readonly ConcurrentDictionary<Type, (string Word, TypeConverter Reader)[]> Asked = new();

    public static void UseReadableQuery(this WebApplication app) => app.Use((http, next) =>
    {
        List<Refusal> amiss = [.. http.GetEndpoint()?.Metadata.GetOrderedMetadata<AskedAttribute>()
            .Select(one => one.Amiss(http.Request.Query[one.Word].ToString())).OfType<Refusal>() ?? []];
        if (amiss.Count > 0)
            return Reply.Refused(amiss, StatusCodes.Status400BadRequest).ExecuteAsync(http);
        var page = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        var asked = page is null ? [] : Asked.GetOrAdd(page, OfPage);
        if (asked.All(one => Reads(one.Reader, http.Request.Query[one.Word].ToString())))
        {
            Clear(http.Request, [.. asked.Select(one => one.Word).Where(word => http.Request.Query[word] is [null or ""])]);
            return next(http);
        }
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    private static void Clear(HttpRequest request, IReadOnlyList<string> empty)
    {
        if (empty.Count > 0)
            request.QueryString = QueryString.Create(request.Query.Where(one => !empty.Contains(one.Key, StringComparer.OrdinalIgnoreCase)));
    }

    private static (string, TypeConverter)[] OfPage(Type page) =>
    [
        .. page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(property => (Property: property, Asked: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
            .Where(one => one.Asked is not null)
            .Select(one => (one.Asked!.Name ?? one.Property.Name,
                TypeDescriptor.GetConverter(Nullable.GetUnderlyingType(one.Property.PropertyType) ?? one.Property.PropertyType)))
            .Where(one => one.Item2 is not StringConverter),
    ];

    private static bool Reads(TypeConverter reader, string text)
    {
        try
        {
            return text.Length == 0 || reader.ConvertFromString(null, CultureInfo.InvariantCulture, text) is not null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
