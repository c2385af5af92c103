using Answerable.Analysis.Measures;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using static Answerable.Analysis.Rehearsal.Twin.Calibration;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>How many of each role are there, who of them takes contacts, and how they answer referrals.</summary>
internal static class LevelCalibration
{
    private const long QuarterMs = 900_000;
    private const double TakesContacts = 0.02;
    private static readonly Measure[] AtWork = [AgentMeasures.Ready, AgentMeasures.Handling, AgentMeasures.Other];

    public static IReadOnlyList<TwinLevel> Of(TwinRecords records, HashSet<DateOnly> days, List<string> assumed)
    {
        var there = ThereAtOnce(records, days);
        var taken = records.Contacts.Where(contact => contact.Agent is not null).Select(
            contact => records.People.GetValueOrDefault(contact.Agent!.Value)).CountBy(role => role).ToDictionary();
        var all = Math.Max(1, taken.Values.Sum());
        var approved = Approved(records.Referrals, assumed);
        return [.. Roles.Line.Select(role => new TwinLevel(
            role, Servers(role, records.People.Values.Count(held => held == role), there.GetValueOrDefault(role), assumed),
            role == Role.Agent || taken.GetValueOrDefault(role) >= TakesContacts * all,
            Answering(role, records.Referrals, assumed), approved))];
    }

    /// <summary>People at work on average, in the hours of working days in which contacts come in.</summary>
    private static Dictionary<Role, double> ThereAtOnce(TwinRecords records, HashSet<DateOnly> days)
    {
        var open = records.Contacts.Where(contact => days.Contains(DateOnly.FromDateTime(contact.ArrivedAt.UtcDateTime)))
            .Select(contact => contact.ArrivedAt.ToUnixTimeMilliseconds() / QuarterMs).ToHashSet();
        var there = new Dictionary<Role, double>();
        foreach (var (quarter, people) in PresenceTimes.Of(records.Presence))
            if (open.Contains(quarter))
                foreach (var (whose, times) in people)
                    if (records.People.TryGetValue(whose.Person, out var role))
                        there[role] = there.GetValueOrDefault(role) + AtWork.Sum(measure => times[measure.Place]) / (double)QuarterMs / open.Count;
        return there;
    }

    private static int Servers(Role role, int people, double there, List<string> assumed)
    {
        if (there >= 0.5)
            return (int)Math.Round(there);
        if (people == 0 && role is not Role.Manager)
            return 0;
        var taken = Math.Max(1, (people + 1) / 2);
        assumed.Add(people == 0
            ? "No manager is known here: one is taken to be there."
            : Said($"How many at the level {role.Words().ToLowerInvariant()} are there at once is not known: {taken} of {people} are taken to be."));
        return taken;
    }

    private static Spell Answering(Role role, IReadOnlyList<PastReferral> referrals, List<string> assumed)
    {
        if (role == Role.Agent)
            return default;
        double[] Seconds(Func<PastReferral, bool> which) => [.. referrals
            .Where(referral => referral is { Matter: ReferralMatter.Decision, AcceptedAt: not null } && which(referral))
            .Select(referral => (referral.ClosedAt - referral.AcceptedAt!.Value).TotalSeconds)];
        var own = Seconds(referral => referral.To == role);
        return SpellOf(own.Length >= Few ? own : Seconds(_ => true), new Spell(120, 0.8),
            $"time over a decision of the level {role.Words().ToLowerInvariant()}", assumed);
    }

    private static double Approved(IReadOnlyList<PastReferral> referrals, List<string> assumed)
    {
        var (approved, refused) = (referrals.Count(referral => referral.State == ReferralState.Approved),
            referrals.Count(referral => referral.State == ReferralState.Refused));
        if (approved + refused >= Few)
            return approved / (double)(approved + refused);
        assumed.Add(Said($"Only {approved + refused} decisions were answered by referral: 80 in 100 are taken to be approved."));
        return 0.8;
    }
}
