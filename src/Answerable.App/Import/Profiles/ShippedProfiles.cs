using Answerable.Model;
using Answerable.Model.Privacy;

namespace Answerable.App.Import.Profiles;

/// <summary>The profiles the product comes with.</summary>
internal static class ShippedProfiles
{
    private static readonly IReadOnlyList<Profile> Fixed = [AmazonConnectCtr.Profile, AsteriskQueueLog.Profile, TechnionBank.Profile];

    /// <summary>First the one that reads most people's files: whoever chooses nothing has it.</summary>
    public static readonly IReadOnlyList<ProfileOffered> All =
    [
        new(GenericCsv.Name, GenericCsv.Title, GenericCsv.About, true),
        .. Fixed.Select(profile => new ProfileOffered(profile.Name, profile.Title, profile.About, false)),
    ];

    /// <summary>The profile of a name; the generic one by the mapping given.</summary>
    public static Outcome<Profile> Find(string name, GenericMapping? mapping)
    {
        if (UnfitSystem(Profile.SystemOf(mapping)) is { } unfit)
            return unfit;
        if (Fixed.FirstOrDefault(profile => profile.Name == name) is { } found)
            return found with { Encoding = mapping?.Encoding, System = Profile.SystemOf(mapping) };
        if (Unknown(name) is { } unknown)
            return unknown;
        return mapping is null
            ? new Refusal("import.mapping-needed", "Say which columns of the table hold what.", "profile")
            : GenericCsv.From(mapping);
    }

    // It stands in the journal as it was said, for good.
    private static Refusal? UnfitSystem(string system) =>
        system.Length > Profile.LongestSystem ? new("import.system", $"Keep the system's name within {Profile.LongestSystem} characters.", "system")
        : CardMask.Holds(system) || !system.All(sign => char.IsLetterOrDigit(sign) || " -_.&+/".Contains(sign, StringComparison.Ordinal))
            ? new("import.system", "Name the system in plain words, such as letters or phone-2; it stands in the journal.", "system") : null;

    public static Refusal? Unknown(string name) => All.Any(offered => offered.Name == name) ? null : new Refusal("import.profile-unknown",
        $"There is no profile '{name}'; these are: {string.Join(", ", All.Select(offered => offered.Name))}.", "profile");
}

/// <param name="Mapped">The user says which column holds what.</param>
public sealed record ProfileOffered(string Name, string Title, string About, bool Mapped);
