using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Answerable.App.Acts;
using Answerable.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Primitives;

namespace Answerable.Web.Shared;

/// <summary>
/// A choice of a page's form is one of those there are, by its name. The binder would take a number for a value that does not exist, and a list for
/// yet another: what is none is taken out before the page begins, which shows its first choice instead, and is refused at its field by the form. A
/// day is one as pages write it, and a text is no longer than anybody types.
/// </summary>
internal static partial class ReadableForm
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, Choices>> Asked = new();
    private static readonly object Amiss = new();

    private delegate bool Reads(string? text);

    private sealed record Choices(Reads Reads, string First, bool Several, bool Optional, bool Needed);

    public static void UseReadableForm(this WebApplication app) => app.Use((http, next) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page && http.Request.HasFormContentType
            ? ReadAsync(http, next, Asked.GetOrAdd(page, OfPage)) : next(http));

    private static async Task ReadAsync(HttpContext http, RequestDelegate next, Dictionary<string, Choices> asked)
    {
        Clear(http, await http.Request.ReadFormAsync(http.RequestAborted), asked);
        await next(http);
    }

    /// <summary>The fields whose choice was none there is, or whose text nobody typed.</summary>
    public static IReadOnlyList<Refusal> Refusals(HttpContext http) => http.Items[Amiss] as List<Refusal> ?? [];

    /// <summary>A day as pages write it is read as that day: the binder has the month before it.</summary>
    private static Refusal? Day(string name, string typed, Dictionary<string, StringValues> fields)
    {
        if (Local.AnyDayWritten(typed) is { } day)
            fields[name] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        else if (DateOnly.TryParse(typed, CultureInfo.InvariantCulture, out _))
        {
            fields[name] = "";
            return new Refusal("field.not-a-date", Local.DaysWritten, name);
        }
        return null;
    }

    private static void Clear(HttpContext http, IFormCollection form, Dictionary<string, Choices> asked)
    {
        var (fields, refusals) = (form.ToDictionary(), new List<Refusal>());
        foreach (var (name, values) in form)
            if (!asked.TryGetValue(Place().Replace(name, "[]"), out var choices))
            {
                if (values.Any(value => value?.Length > LongText.Most))
                    refusals.Add(LongText.Refused(name));
            }
            else if (choices.First.Length == 0)
                refusals.AddRange(Day(name, values.ToString(), fields) is { } refused ? [refused] : []);
            else if (Unread(choices, values) is { } typed)
            {
                refusals.Add(new Refusal("field.no-choice",
                    typed.Length > 0 ? $"“{Short(typed)}” is none of the choices here." : "This is needed.", name));
                fields[name] = choices.Several ? new StringValues([.. values.Where(value => choices.Reads(value))])
                    : choices.Optional ? "" : choices.First;
            }
        foreach (var (name, choices) in asked.Where(one => one.Value.Needed && !form.ContainsKey(one.Key) && IsOf(form, one.Key)))
        {
            refusals.Add(new Refusal("field.no-choice", "This is needed.", name));
            fields[name] = choices.First;
        }
        http.Request.Form = new FormCollection(fields, form.Files);
        http.Items[Amiss] = refusals;
    }

    private static string Short(string typed) => typed.Length > 40 ? typed[..40] + "…" : typed;

    /// <summary>Whether the form sent is the one that has the field.</summary>
    private static bool IsOf(IFormCollection form, string name) =>
        !name.Contains("[]", StringComparison.Ordinal) && name.LastIndexOf('.') is > 0 and var end
        && form.Keys.Any(key => key.StartsWith(name[..(end + 1)], StringComparison.Ordinal));

    private static string? Unread(Choices choices, StringValues values) =>
        values.FirstOrDefault(value => !choices.Reads(value) && !(choices.Optional && string.IsNullOrEmpty(value)));

    private static Dictionary<string, Choices> OfPage(Type page) => page
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Select(property => (Property: property, Asked: property.GetCustomAttribute<SupplyParameterFromFormAttribute>()))
        .Where(one => one.Asked is not null)
        .SelectMany(one => Under(one.Asked!.Name ?? one.Property.Name, one.Property.PropertyType, []))
        .GroupBy(one => one.Name).ToDictionary(names => names.Key, names => names.First().Choices);

    private static IEnumerable<(string Name, Choices Choices)> Under(string name, Type type, Type[] above)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var inner = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;
        if (plain == typeof(DateOnly))
            return [(name, new Choices(_ => true, First: "", Several: false, Optional: true, Needed: false))];
        if (plain == typeof(Guid))
            return [(name, new Choices(text => Guid.TryParse(text, out _), First: $"{Guid.Empty}", Several: false, plain != type, Needed: false))];
        if (plain.IsEnum)
            return [(name, Of(plain, several: false, plain != type))];
        if (inner is { IsEnum: true })
            return [(name, Of(inner, several: true, optional: false)), (name + "[]", Of(inner, several: false, optional: false))];
        if (inner is not null)
            return Under(name + "[]", inner, above);
        return plain.Assembly == typeof(ReadableForm).Assembly && plain.IsClass && !above.Contains(plain)
            ? plain.GetProperties().Where(property => property.SetMethod is { IsPublic: true })
                .SelectMany(property => Under($"{name}.{property.Name}", property.PropertyType, [.. above, plain]))
            : [];
    }

    private static Choices Of(Type choices, bool several, bool optional) => new(
        (Reads)Delegate.CreateDelegate(typeof(Reads), typeof(ReadableForm).GetMethod(nameof(Is), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(choices)),
        Enum.GetNames(choices)[0], several, optional, !several && !optional && Enum.GetName(choices, 0) is null);

    private static bool Is<T>(string? text) where T : struct, Enum => ByName.Of<T>(text) is not null;

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Place();
}
