using Answerable.Model;
using Answerable.Model.Procedures;

namespace Answerable.App.Procedures;

internal static class ProceduresRefusals
{
    public static readonly Refusal NoSuchType = new("not-found", "There is no such contact type here.");
    public static readonly Refusal NoSuchProcedure = new("not-found", "There is no such procedure here.");
    public static readonly Refusal NoSuchVersion = new("not-found", "There is no such version of this procedure.");

    public static Refusal NotADraft(VersionRow version) => new("version.not-a-draft",
        $"Version {version.Number} is {version.State.Words().ToLowerInvariant()} and never changes. Draft the next version from it instead.");

    public static Refusal Stale(string? who, string? what) => new("changed-meanwhile",
        $"{who ?? "Somebody"} changed this version after you opened it{(what is null ? "" : $" ({what})")}. Nothing of yours is lost: compare it " +
            $"with what is kept now, and save again if it still fits.");
}
