using System.Diagnostics.CodeAnalysis;
using Answerable.Model.Contacts;
using Answerable.Model.Procedures;

namespace Answerable.Web.Procedures;

/// <summary>A contact type as a form holds it.</summary>
public sealed class ContactTypeForm
{
    public string? Name { get; set; }
    public string? Code { get; set; }
    public bool Routine { get; set; } = true;
    [AllowNull] public List<Channel> Channels { get; set => field = value ?? []; } = [];
    public string? StartsWhen { get; set; }
    public string? EndsWhen { get; set; }
    public string? Includes { get; set; }
    public string? Excludes { get; set; }
    public string? HandOverTo { get; set; }
    public long Revision { get; set; }

    public static ContactTypeForm Of(ContactType type, long revision) => new()
    {
        Name = type.Name,
        Code = type.Code,
        Routine = type.Routine,
        Channels = [.. type.Channels],
        StartsWhen = type.StartsWhen,
        EndsWhen = type.EndsWhen,
        Includes = type.Includes,
        Excludes = type.Excludes,
        HandOverTo = type.HandOverTo,
        Revision = revision,
    };

    public ContactType Type() => new(string.IsNullOrWhiteSpace(Code) ? CodeFrom(Name ?? "") : Code.Trim(), Name ?? "", Routine)
    {
        StartsWhen = StartsWhen ?? "",
        EndsWhen = EndsWhen ?? "",
        Includes = Includes ?? "",
        Excludes = Excludes ?? "",
        HandOverTo = HandOverTo ?? "",
        Channels = Channels,
    };

    private static string CodeFrom(string name)
    {
        var words = new string([.. name.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var code = string.Join('-', words);
        return code.Length > 40 ? code[..40].TrimEnd('-') : code;
    }
}
