using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Authority;
using Answerable.Model.Journal;

namespace Answerable.App.Authority;

/// <summary>Kinds of decision, held against what was told when they were defined.</summary>
internal sealed class KindsCompared()
    : RowsCompared<string, DecisionKindDefined, DecisionKindRow>("kinds of decision", typeof(DecisionKindDefined))
{
    protected override IEnumerable<(string, Func<DecisionKindDefined?, DecisionKindDefined?>)> Told(Entry entry, Fact fact) =>
        fact is DecisionKindDefined defined ? [(defined.Code, _ => defined)] : [];

    protected override string KeyOf(DecisionKindRow row) => row.Code;

    protected override IEnumerable<string> Differences(DecisionKindRow row, DecisionKindDefined? told, Comparing at)
    {
        if (told is null)
            yield return $"The kind of decision {row.Code}, '{row.Name}', is not in the journal.";
        else if ((row.Name, row.Money) != (told.Name, told.Money))
            yield return $"The kind of decision {row.Code}, '{row.Name}', is not as it was defined.";
    }

    protected override string Missing(string key, DecisionKindDefined told) =>
        $"The kind of decision {key}, which the journal tells of, is missing.";
}
