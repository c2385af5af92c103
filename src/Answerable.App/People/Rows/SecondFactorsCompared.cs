using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Who signs in with a second factor, held against what was told when it was turned on and off.</summary>
internal sealed class SecondFactorsCompared()
    : RowsCompared<PersonId, SecondFactorSet, SecondFactorsCompared.Asked>("who signs in with a second factor", typeof(SecondFactorSet))
{
    internal sealed record Asked(PersonId Person, bool On);

    public override IReadOnlyList<Type> Looked => [typeof(Credentials)];

    protected override IEnumerable<(PersonId, Func<SecondFactorSet?, SecondFactorSet?>)> Told(Entry entry, Fact fact) =>
        fact is SecondFactorSet set ? [(set.Person, _ => set)] : [];

    protected override IQueryable<Asked> Rows(AnswerableDb db) => db.Set<Credentials>().Select(row => new Asked(row.Id, row.TwoFactorEnabled));

    protected override PersonId KeyOf(Asked row) => row.Person;

    protected override IEnumerable<string> Differences(Asked row, SecondFactorSet? told, Comparing at)
    {
        if (row.On != told is { On: true })
            yield return $"{row.Person} signs in {(row.On ? "with" : "without")} a second factor, which the journal does not tell.";
    }
}
