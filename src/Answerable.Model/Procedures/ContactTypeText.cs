using System.Text.RegularExpressions;
using Answerable.Model.Privacy;

namespace Answerable.Model.Procedures;

/// <summary>A contact type's words as they are kept, and what is wrong with them.</summary>
public static partial class ContactTypeText
{
    /// <summary>What differs, as the journal is told it.</summary>
    public const string OfName = "name";
    public const string OfRoutine = "routine or exception";

    private const int MostName = 80;
    private const int MostCode = 40;
    private const int MostText = 4_000;

    public static ContactType Tidy(ContactType type) => type with
    {
        Code = type.Code.Trim(),
        Name = Tidy(type.Name),
        StartsWhen = Tidy(type.StartsWhen),
        EndsWhen = Tidy(type.EndsWhen),
        Includes = Tidy(type.Includes),
        Excludes = Tidy(type.Excludes),
        HandOverTo = Tidy(type.HandOverTo),
        Channels = [.. type.Channels.Distinct().Order()],
    };

    public static List<Refusal> Refusals(ContactType type)
    {
        var refusals = new List<Refusal>();
        if (type.Code.Length > MostCode || !Shape().IsMatch(type.Code))
            refusals.Add(
                new Refusal("contact-type.code", "The code is short and lower case, of letters, digits and hyphens, such as missed-bin.", "Code"));
        if (type.Name.Length is 0 or > MostName)
            refusals.Add(new Refusal("contact-type.name", $"Give it a name of up to {MostName} characters, such as Missed bin collection.", "Name"));
        foreach (var (field, text) in Boundaries(type))
            if (text.Length > MostText)
                refusals.Add(new Refusal("contact-type.too-long", $"This is {text.Length} characters long; at most {MostText} can be kept.", field));
        return refusals;
    }

    /// <summary>What differs between two, by the words the pages use.</summary>
    public static IReadOnlyList<string> Differences(ContactType before, ContactType after)
    {
        var changed =
            Boundaries(before).Zip(Boundaries(after)).Where(pair => pair.First.Text != pair.Second.Text).Select(pair => Words(pair.First.Field));
        return
        [
            .. before.Name != after.Name ? new[] { OfName } : [],
            .. before.Routine != after.Routine ? new[] { OfRoutine } : [],
            .. before.Channels.SequenceEqual(after.Channels) ? [] : new[] { "channels" },
            .. changed,
        ];
    }

    private static (string Field, string Text)[] Boundaries(ContactType type) =>
    [
        ("StartsWhen", type.StartsWhen), ("EndsWhen", type.EndsWhen), ("Includes", type.Includes),
        ("Excludes", type.Excludes), ("HandOverTo", type.HandOverTo),
    ];

    private static string Words(string field) => field switch
    {
        "StartsWhen" => "starts when",
        "EndsWhen" => "ends when",
        "Includes" => "included",
        "Excludes" => "excluded",
        _ => "hand-over",
    };

    private static string Tidy(string text) => CardMask.Apply(text.ReplaceLineEndings("\n").Shown());

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Shape();
}
