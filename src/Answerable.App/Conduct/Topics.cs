using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>What live pages of this module listen on. Each hears of what its reading shows, and of nothing else.</summary>
public static class Topics
{
    /// <summary>What waits and what was left, for anybody at a desk to take.</summary>
    public const string Queue = "queue";

    /// <summary>Any referral, wherever it stands: a page that shows one looks for itself whether that one has changed.</summary>
    public const string AnyReferral = "referral";

    public static string Desk(PersonId person) => $"desk:{person}";

    /// <summary>What the list of referrals shows to somebody: those their role may take, and those put to them.</summary>
    public static string[] ReferralsTo(Actor who) =>
    [
        .. Roles.Line.Where(role => role <= (who.Line ?? Role.Agent)).Select(Referrals),
        .. who.Person is { } me ? [Referrals(me)] : Array.Empty<string>(),
    ];

    /// <summary>What the page of one referral hears: of any, where somebody may open any; else of what befalls those they asked.</summary>
    public static string Referral(Actor who) => who.May(Permission.TakeReferrals) ? AnyReferral : Desk(who.Id);

    internal static string Referrals(Role to) => $"referrals:{to}";

    internal static string Referrals(PersonId with) => $"referrals:{with}";
}
