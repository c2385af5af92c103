using Answerable.Model.Authority;

namespace Answerable.Model.Conduct;

/// <summary>How far the one at the step may go: who they are, the matrix, and what has been given already.</summary>
/// <param name="Given">Amounts that count, without any that the step at hand would replace.</param>
/// <param name="Spare">The id a referral gets, should one be opened.</param>
public sealed record Standing(Decider Decider, Matrix Matrix, IReadOnlyList<DecisionKind> Kinds, IReadOnlyList<Given> Given, ReferralId Spare)
{
    public PersonId By => Decider.Person ?? throw new InvalidOperationException("A walk is taken by a person.");

    public DecisionKind Kind(string code) => KnownKind(code) ?? new DecisionKind(code, code, true);

    private DecisionKind? KnownKind(string code)
    {
        for (var place = 0; place < Kinds.Count; place++)
            if (Kinds[place].Code == code)
                return Kinds[place];
        return null;
    }
}
