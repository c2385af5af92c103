using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Whose each passkey is, held against what was told when it was added and removed: one put there by hand lets somebody in.</summary>
internal sealed class PasskeysCompared()
    : RowsCompared<Guid, PasskeysCompared.Holder, PasskeyRow>("passkeys", typeof(PasskeyAdded), typeof(PasskeyRemoved))
{
    internal sealed record Holder(PersonId Person, DateTimeOffset At, bool Removed = false);

    protected override IEnumerable<(Guid, Func<Holder?, Holder?>)> Told(Entry entry, Fact fact)
    {
        if (fact is PasskeyAdded added)
            yield return (added.Passkey, _ => new Holder(added.Person, entry.At));
        else if (fact is PasskeyRemoved removed)
            yield return (removed.Passkey, _ => new Holder(removed.Person, entry.At, true));
    }

    protected override Guid KeyOf(PasskeyRow row) => row.Id;

    protected override IEnumerable<string> Differences(PasskeyRow row, Holder? told, Comparing at)
    {
        if (told is not { Removed: false } || told.Person != row.Person)
            yield return $"The passkey {row.Id} lets {row.Person} in, which the journal does not tell.";
        else if (!KeptInstant.Same(row.CreatedAt, told.At))
            yield return $"The passkey {row.Id} of {row.Person} was not added when the journal tells.";
    }

    protected override string? Missing(Guid key, Holder told) =>
        told.Removed ? null : $"The passkey {key} of {told.Person}, which the journal tells of, is missing.";
}
