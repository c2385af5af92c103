using Answerable.App;
using Answerable.Model.Authority;
using Answerable.Model.Ids;
using Answerable.Model.People;

namespace Answerable.Tests.Authority;

/// <summary>Whether a change of limits lets somebody decide more, at any moment to come.</summary>
public sealed class WideningTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Me = PersonId.From(new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
    private static readonly Decider Manager = new(Me, Role.Manager);

    [Fact]
    public void More_in_any_amount_or_no_amount_at_all_is_wider_and_less_is_not()
    {
        var fifty = Of(5000);
        Assert.True(Widens(fifty, fifty with { PerContactPence = 5001 }));
        Assert.True(Widens(fifty, fifty with { PerContactPence = null, PerCasePence = 1 }));
        Assert.True(Widens(fifty with { PerCustomer = new(100, 30) }, fifty with { PerCustomer = new(100, 29) }));
        Assert.True(Widens(fifty with { PerCustomer = new(100, 30) }, fifty));
        Assert.True(Widens(null, fifty with { PerContactPence = 0 }));
        Assert.False(Widens(fifty, fifty));
        Assert.False(Widens(fifty, fifty with { PerContactPence = 4999, PerCasePence = 1 }));
        Assert.False(Widens(fifty, null));
    }

    [Fact]
    public void A_wider_limit_of_a_lower_role_widens_for_who_has_that_role_too()
    {
        var (own, agents) = (Of(5000), Of(100) with { Role = Role.Agent });
        var both = Decider.Of(Me, [Role.Agent, Role.Manager]);
        Assert.True(Widening.Of(new([own, agents]), new([own, agents with { PerContactPence = 6000 }]), "refund", both, Now));
        Assert.False(Widening.Of(new([own, agents]), new([own, agents with { PerContactPence = 6000 }]), "refund", Manager, Now));
    }

    [Fact]
    public void A_narrow_limit_of_ones_own_that_ends_widens_where_the_roles_is_wider()
    {
        var (role, own) = (Of(50_000), Of(100) with { Role = null, Person = Me });
        Assert.True(Widening.Of(new([role, own]), new([role, own with { To = Now.AddDays(3) }]), "refund", Manager, Now));
        Assert.False(Widening.Of(new([own]), new([own with { To = Now.AddDays(3) }]), "refund", Manager, Now));
        // What is long over binds nobody, whatever becomes of it.
        var over = own with { From = Now.AddDays(-9), To = Now.AddDays(-8) };
        Assert.False(Widening.Of(new([role, over]), new([role, over with { PerContactPence = 1 }]), "refund", Manager, Now));
    }

    [Fact]
    public void What_binds_only_others_is_nobodys_own()
    {
        var other = PersonId.From(new Guid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
        Assert.False(Widening.Of(Matrix.Empty, new([Of(1) with { Role = Role.Agent }, Of(1) with { Role = null, Person = other }]), "refund", Manager,
            Now));
        Assert.False(Widening.Of(Matrix.Empty, new([Of(1)]), "goodwill", Manager, Now));
    }

    [Fact]
    public void What_begins_later_counts_from_then()
    {
        var later = Of(9000) with { From = Now.AddDays(5) };
        Assert.True(Widening.Of(new([Of(5000)]), new([Of(5000), later]), "refund", Manager, Now));
        Assert.True(Widening.Of(new([Of(5000)]), new([Of(5000) with { To = Now.AddDays(1) }, later]), "refund", Manager, Now));
    }

    private static bool Widens(Limit? before, Limit? after) => Widening.Of(new(Only(before)), new(Only(after)), "refund", Manager, Now);

    private static Limit[] Only(Limit? limit) => limit is null ? [] : [limit];

    private static Limit Of(long pence) => new(Ids.New(), "refund", Role.Manager, null, Now.AddDays(-1), null) { PerContactPence = pence };
}
