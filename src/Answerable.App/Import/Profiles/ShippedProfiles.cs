using Answerable.Model;

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
        if (Fixed.FirstOrDefault(profile => profile.Name == name) is { } found)
            return found with { Encoding = mapping?.Encoding };
        if (Unknown(name) is { } unknown)
            return unknown;
        return mapping is null
            ? new Refusal("import.mapping-needed", "Say which columns of the table hold what.", "profile")
            : GenericCsv.From(mapping);
    }

    public static Refusal? Unknown(string name) => All.Any(offered => offered.Name == name) ? null : new Refusal("import.profile-unknown",
        $"There is no profile '{name}'; these are: {string.Join(", ", All.Select(offered => offered.Name))}.", "profile");
}

/// <param name="Mapped">The user says which column holds what.</param>
public sealed record ProfileOffered(string Name, string Title, string About, bool Mapped);
