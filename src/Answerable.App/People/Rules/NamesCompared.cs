using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>What people are called, held against the seal of the name they were invited by: the name itself stands in no journal.</summary>
internal sealed class NamesCompared() : RowsCompared<PersonId, PersonInvited, PersonRow>("names of people", typeof(PersonInvited))
{
    private const string Purpose = "a person's name";

    /// <summary>What the journal is told of a name.</summary>
    public static string SealOf(ChainKey chain, PersonId person, string name) => Convert.ToHexStringLower(chain.Seal(Purpose, $"{person} {name}"));

    protected override IEnumerable<(PersonId, Func<PersonInvited?, PersonInvited?>)> Told(Entry entry, Fact fact) =>
        fact is PersonInvited invited ? [(invited.Person, _ => invited)] : [];

    protected override PersonId KeyOf(PersonRow row) => row.Id;

    protected override IEnumerable<string> Differences(PersonRow row, PersonInvited? told, Comparing at)
    {
        if (told is { Name: null })
            at.LeaveOpen("People invited by an earlier Answerable, which told the journal nothing of their name");
        else if (told is not null && told.Name != SealOf(at.Chain, row.Id, row.Name))
            yield return $"The name of {row.Id}, '{row.Name}', is not the one they were invited by.";
        if (!string.Equals(row.SortName, row.Name.ToUpperInvariant(), StringComparison.Ordinal))
            yield return $"The name of {row.Id} by which lists are ordered and searched, '{row.SortName}', is not '{row.Name}'.";
    }

    protected override string Missing(PersonId key, PersonInvited told) => $"{key}, whom the journal tells was invited, is missing.";
}
