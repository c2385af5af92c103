namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>The ids of one run, each after the other: the same run gives the same ones.</summary>
internal sealed class SimulatedIds(int run)
{
    private readonly int[] _last = new int[7];

    public int Run => run;

    public CustomerId Customer() => CustomerId.From(Next(0));

    public ContactId Contact() => ContactId.From(Next(1));

    public CaseId Case() => CaseId.From(Next(2));

    public WalkId Walk() => WalkId.From(Next(3));

    public ReferralId Referral() => ReferralId.From(Next(4));

    public Guid Decision() => Next(5);

    private Guid Next(int kind) => Of(kind, ++_last[kind]);

    private Guid Of(int kind, int number) => new(number, (short)(run & 0x7fff), (short)(0x5100 | kind), 0x5e, 0, 0, 0, 0, 0, 0, (byte)(run >> 15));
}
