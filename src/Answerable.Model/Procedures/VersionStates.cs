namespace Answerable.Model.Procedures;

public static class VersionStates
{
    public static string Words(this VersionState state) => state switch
    {
        VersionState.Draft => "Draft",
        VersionState.Consultation => "In consultation",
        VersionState.Trial => "On trial",
        VersionState.Approved => "Approved",
        VersionState.Published => "Published",
        VersionState.Superseded => "Superseded",
        VersionState.Withdrawn => "Withdrawn",
    };

    /// <summary>Published once, it never changes again.</summary>
    public static bool Immutable(this VersionState state) => state is VersionState.Published or VersionState.Superseded or VersionState.Withdrawn;
}
