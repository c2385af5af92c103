using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using FsCheck;
using FsCheck.Fluent;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Authority;

public sealed class MatrixProperties
{
    private static readonly Decider Agent = new(Person(1), Role.Agent);

    private static readonly Arbitrary<(Matrix Matrix, Given[] Given, long Pence)> Situations = (
        from limits in Limit().ArrayOf().Resize(8)
        from given in Gave().ArrayOf().Resize(8)
        from pence in Gen.Choose(1, 30_000)
        select (new Matrix(limits), given, (long)pence)).ToArbitrary();

    [Fact]
    public void Headroom_is_exactly_what_is_still_allowed() => Check.QuickThrowOnFailure(Prop.ForAll(Situations, situation =>
    {
        var (matrix, given, _) = situation;
        return matrix.Headroom(Goodwill, Ask(0), Agent, given, Day) switch
        {
            null => Allows(situation, long.MaxValue / 4),
            0 => !Allows(situation, 1),
            { } room => Allows(situation, room) && !Allows(situation, room + 1),
        };
    }));

    [Fact]
    public void More_is_never_allowed_where_less_is_not() => Check.QuickThrowOnFailure(Prop.ForAll(Situations, situation =>
        Allows(situation, situation.Pence) || !Allows(situation, situation.Pence + 1)));

    [Fact]
    public void More_given_before_never_allows_more() => Check.QuickThrowOnFailure(Prop.ForAll(Situations, situation =>
        situation.Given.Length == 0
        || Allows(situation with { Given = situation.Given[1..] }, situation.Pence)
        || !Allows(situation, situation.Pence)));

    [Fact]
    public void A_change_of_the_matrix_later_never_alters_an_earlier_judgement() => Check.QuickThrowOnFailure(Prop.ForAll(Situations, situation =>
    {
        var later = new Matrix([.. situation.Matrix.Limits, Of(Role.Agent, 1, from: Day.AddSeconds(1)), Own(Person(1), 1, Day.AddSeconds(1))]);
        Given[] more = [.. situation.Given, new Given("goodwill", 99_999, Contact(1), Case(1), Customer(1), Day.AddSeconds(1))];
        return Judge(situation, situation.Pence) == Judge((later, more, 0), situation.Pence);
    }));

    [Fact]
    public void The_role_it_is_referred_to_may_decide_it() => Check.QuickThrowOnFailure(Prop.ForAll(Situations, situation =>
        Judge(situation, situation.Pence).ReferTo is not { } role
        || (role > Role.Agent && situation.Matrix.Covers(Goodwill, Ask(situation.Pence), new Decider(null, role), situation.Given, Day))));

    [Fact]
    public void Somebody_covers_an_amount_exactly_where_it_is_within_reach() => Check.QuickThrowOnFailure(Prop.ForAll(Situations, situation =>
    {
        Decider[] all = [Agent, .. Roles.Line.Select(role => new Decider(null, role))];
        var reach = Reach.Of(situation.Matrix, Goodwill, Ask(situation.Pence), all, situation.Given, Day);
        bool Anybody(long pence) => all.Any(one => situation.Matrix.Covers(Goodwill, Ask(pence), one, situation.Given, Day));
        return reach.Covers(situation.Pence) == Anybody(situation.Pence)
            && (Judge(situation, situation.Pence).ReferTo is null || reach.Covers(situation.Pence))
            && (reach is not { Anybody: true, UpToPence: { } most } || (Anybody(most) && !Anybody(most + 1)));
    }));

    private static bool Allows((Matrix, Given[], long) situation, long pence) => Judge(situation, pence).Allowed;

    private static Judgement Judge((Matrix Matrix, Given[] Given, long) situation, long pence) =>
        situation.Matrix.Judge(Goodwill, Ask(pence), Agent, situation.Given, Day);

    private static Asked Ask(long pence) => new("goodwill", pence, Contact(1), Case(1), Customer(1));

    private static Gen<Limit> Limit() =>
        from who in Gen.Choose(0, 5)
        from contact in Cap()
        from inCase in Cap()
        from window in Cap()
        from days in Gen.Choose(1, 60)
        from began in Gen.Choose(-400, 3)
        from lasts in Gen.Choose(1, 600)
        select new Limit(Guid.Parse($"00000000-0000-0000-0005-{(began + 400) * 1000 + lasts:D12}"), "goodwill",
            who == 5 ? null : Roles.Line[who % 4], who == 5 ? Person(1) : null, Day.AddDays(began), Day.AddDays(began + lasts))
        {
            PerContactPence = contact,
            PerCasePence = inCase,
            PerCustomer = window is { } pence ? new RollingCap(pence, days) : null,
        };

    private static Gen<long?> Cap() => Gen.Frequency((2, Gen.Constant<long?>(null)), (3, Gen.Choose(0, 25_000).Select(pence => (long?)pence)));

    private static Gen<Given> Gave() =>
        from pence in Gen.Choose(1, 9000)
        from contact in Gen.Choose(1, 3)
        from inCase in Gen.Choose(1, 2)
        from customer in Gen.Choose(1, 2)
        from days in Gen.Choose(-70, 0)
        select new Given("goodwill", pence, Contact(contact), Case(inCase), Customer(customer), Day.AddDays(days));
}
