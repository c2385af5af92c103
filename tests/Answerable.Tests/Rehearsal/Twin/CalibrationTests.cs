using Answerable.Analysis.Measures;
using Answerable.Analysis.Rehearsal.Twin;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using static Answerable.Tests.Rehearsal.Twin.TwinGrounds;

namespace Answerable.Tests.Rehearsal.Twin;

public sealed class CalibrationTests
{
    private static readonly PersonId Ama = Authority.Limits.Person(1), Sena = Authority.Limits.Person(2);

    [Fact]
    public void Arrivals_are_those_of_a_usual_working_day_hour_by_hour()
    {
        // Ten contacts at ten on each of three days; one lonely one on a fourth, which was no working day.
        var ground = Calibration.Of(Records([.. Days(3, 10), Contact(900, Monday.AddDays(5).AddHours(10))]));
        Assert.Equal(10, ground.Arrivals[10], 9);
        Assert.Equal(10, ground.Arrivals.Sum(), 9);
        Assert.Equal(0, ground.OtherArrivals.Sum());
    }

    [Fact]
    public void Contacts_of_other_types_are_the_other_work_and_written_ones_are_left_out_and_named()
    {
        var ground = Calibration.Of(Records(
        [
            .. Days(3, 10), .. Days(3, 4, first: 100).Select(contact => contact with { Type = "praise" }),
            .. Days(3, 10, first: 200).Select(contact => contact with { Channel = Channel.Letter }),
        ]));
        Assert.Equal((10.0, 4.0), (ground.Arrivals[10], ground.OtherArrivals[10]));
        Assert.Contains("Contacts by telephone, chat and visit are rehearsed; 50 % come in writing and are left out.", ground.Assumptions);
        Assert.Equal(130, ground.OtherHandling.Mean, 6);
        Assert.Equal([(Channel.Phone, 30.0)], ground.Channels);
    }

    [Fact]
    public void Times_and_answers_come_from_walks_where_there_are_enough_and_from_the_usual_step_where_not()
    {
        var ground = Calibration.Of(Records(Days(3, 10)) with
        {
            Walks = [.. Enumerable.Range(0, 16)
            .Select(number => Walked(number, number < 12 ? "a1" : "a3"))]
        });
        Assert.Equal(40, ground.Nodes["n1"].Time.Mean, 9);
        Assert.Equal([13.0, 1.0, 5.0], new[] { "a1", "a2", "a3" }.Select(answer => ground.Nodes["n2"].Answers[answer]));
        Assert.Equal(0.25, ground.Nodes["n1"].Skipped, 9);
        // 100 s of conversation over walks of two visits.
        Assert.Equal((50.0, 50.0), (ground.UsualStep.Mean, ground.Nodes["n5"].Time.Mean));
        Assert.Contains(ground.Assumptions, said => said.StartsWith("16 walks are kept: 3 of 5 nodes", StringComparison.Ordinal));
        Assert.StartsWith("The ± is of chance alone, not of what is assumed. 3 of 5 nodes last 50 s", Assert.Single(ground.Cautions),
            StringComparison.Ordinal);
        Assert.Contains(ground.Assumptions, said => said.Contains("\"Content\"", StringComparison.Ordinal)
            && !said.Contains("\"What is it about\"", StringComparison.Ordinal));
        Assert.Equal(7, ground.LastWords.Mean, 9);
    }

    [Fact]
    public void Patience_is_all_waiting_over_the_number_who_left()
    {
        var left = Days(2, 6, first: 300).Select(contact =>
            contact with { AnsweredAt = null, EndedAt = null, ClosedAt = null, AbandonedAt = contact.ArrivedAt.AddSeconds(60) });
        var ground = Calibration.Of(Records([.. Days(2, 10), .. left]));
        // Twenty answered after 10 s, twelve left after 60 s.
        Assert.Equal((20 * 10 + 12 * 60) / 12.0, ground.Patience, 9);
        Assert.Contains("Too few gave up to tell how long customers wait: taken as 180 s on average.",
            Calibration.Of(Records(Days(2, 10))).Assumptions);
    }

    [Fact]
    public void Who_comes_again_is_read_from_customers_known_and_is_not_counted_twice_among_arrivals()
    {
        // Forty customers, of whom twenty come again the day after; and a late one, so that everybody's window has passed.
        var first = Enumerable.Range(0, 40).Select(number =>
            Contact(number, Monday.AddHours(10).AddMinutes(number)) with
            {
                Customer = Authority.Limits.Customer(number),
                Resolved = number % 2 == 0
            });
        var again = Enumerable.Range(0, 20).Select(number =>
            Contact(100 + number, Monday.AddDays(1).AddHours(9).AddMinutes(number)) with
            {
                Customer = Authority.Limits.Customer(2 * number),
                Resolved = true
            });
        var late = Enumerable.Range(0, 40).Select(number =>
            Contact(200 + number, Monday.AddDays(20).AddHours(10)) with { Customer = Authority.Limits.Customer(1000 + number) });
        var ground = Calibration.Of(Records([.. first, .. again, .. late]));
        Assert.Equal(20 / 40.0, ground.Repeats.Resolved, 9);
        Assert.Equal(0.4, ground.Repeats.Unresolved);
        Assert.Equal([20, 0, 0, 0, 0, 0, 0], ground.Repeats.Days);
        Assert.Contains(ground.Assumptions, said => said.StartsWith("Too few customers", StringComparison.Ordinal));
        Assert.Equal((1 - 20 / 60.0) * 100 / 3, ground.Arrivals.Sum(), 6);
    }

    [Fact]
    public void Those_there_are_counted_from_what_they_said_they_were_doing_in_the_hours_of_contacts()
    {
        var presence = new List<PresenceLine>();
        for (var day = 0; day < 3; day++)
            foreach (var person in Enumerable.Range(1, 4))
            {
                var (who, nine) = (Authority.Limits.Person(person), Monday.AddDays(day).AddHours(9));
                presence.Add(new PresenceLine(who, FactKind.Live, nine.ToUnixTimeMilliseconds(), 10 * day, Presence.Ready));
                presence.Add(new PresenceLine(who, FactKind.Live, nine.AddHours(3).ToUnixTimeMilliseconds(), 10 * day + 1, Presence.SignedOut));
            }
        var people = new Dictionary<PersonId, Role>
        {
            [Ama] = Role.Agent,
            [Authority.Limits.Person(3)] = Role.Agent,
            [Authority.Limits.Person(4)] = Role.Agent,
            [Sena] = Role.SeniorAgent
        };
        var levels = Calibration.Of(Records(Days(3, 10)) with { Presence = presence, People = people }).Levels;
        Assert.Equal([(Role.Agent, 3), (Role.SeniorAgent, 1), (Role.TeamLeader, 0), (Role.Manager, 1)],
            levels.Select(level => (level.Role, level.Servers)));
        Assert.True(levels[0].TakesContacts);
        Assert.False(levels[1].TakesContacts);
    }

    [Fact]
    public void Answers_to_referrals_give_how_long_they_take_and_how_many_are_approved()
    {
        var answered = Enumerable.Range(0, 20).Select(number => new PastReferral(
            ReferralMatter.Decision, null, Role.SeniorAgent, Monday, Monday.AddSeconds(90), number < 15 ? ReferralState.Approved
                : ReferralState.Refused));
        var level = Calibration.Of(Records(Days(3, 10)) with { Referrals = [.. answered] }).Levels[1];
        Assert.Equal((90.0, 0.75), (level.Answering.Mean, level.Approved));
    }

    [Fact]
    public void Amounts_asked_for_are_taken_as_they_were_and_filled_up_where_few()
    {
        var many = Calibration.Of(Records(Days(3, 10)) with
        {
            Amounts = [.. Enumerable.Range(1, 12).Select(number => ("goodwill", number * 100L)),
            ("refund", 5)]
        });
        Assert.Equal(Enumerable.Range(1, 12).Select(number => number * 100L), many.Amounts["goodwill"]);
        var few = Calibration.Of(Records(Days(3, 10)) with { Amounts = [("goodwill", 7)] });
        Assert.Equal(6, few.Amounts["goodwill"].Count);
        Assert.Contains(few.Assumptions, said => said.StartsWith("Only 1 amount of the kind", StringComparison.Ordinal));
    }

    private static TwinRecords Records(IEnumerable<Contact> contacts) => new(
        "complaint", ProcedureId.From(Guid.Empty), Monday.AddDays(28), [Version()], [.. contacts], [], [], [],
        new Dictionary<PersonId, Role> { [Ama] = Role.Agent }, [], Matrix.Empty, [], Invented: false);

    private static IEnumerable<Contact> Days(int days, int each, int first = 0) =>
        from day in Enumerable.Range(0, days)
        from number in Enumerable.Range(0, each)
        select Contact(first + 1000 * day + number, Monday.AddDays(day).AddHours(10).AddMinutes(number));

    // Answered after 10 s, 100 s of talk, 30 s of after-contact work.
    private static Contact Contact(int number, DateTimeOffset at) => new(Authority.Limits.Contact(number), FactKind.Live, "desk", at)
    {
        Type = "complaint",
        AnsweredAt = at.AddSeconds(10),
        EndedAt = at.AddSeconds(110),
        ClosedAt = at.AddSeconds(140),
        Agent = Ama,
    };

    private static Walk Walked(int number, string answer) => new(WalkId.From(new Guid(number, 0, 0, new byte[8])), default, default, null, default, 1)
    {
        Since = Monday,
        Trail =
        [
            new Visit("n1", number % 4 == 0 ? VisitKind.Skipped : VisitKind.Done, Monday, number % 4 == 0 ? 0 : 40_000, Ama),
            new Visit("n2", VisitKind.Answered, Monday, 20_000, Ama) { Answer = answer },
        ],
        End = new WalkEnd("Settled", true, false, Monday.AddSeconds(7)),
    };
}
