using Answerable.Analysis.Measures;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>Agents' time in memory, folded from the journal's presence facts: only those not yet seen are read before a reading.</summary>
internal sealed class PresenceStore(IDbContextFactory<AnswerableDb> databases) : IDisposable
{
    private const string FactName = "person.presence-changed";
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly PresenceTimes _times = new();
    private readonly Dictionary<int, QuarterColumns> _columns = [];
    private readonly Names _names = new();
    private Dictionary<PersonId, TeamId?> _teams = [];
    private long _seen;
    private MeasuresImage _image = MeasuresImage.Empty;

    /// <summary>An image of agents' time alone, with names numbered apart from the contacts'.</summary>
    public async Task<MeasuresImage> CurrentAsync(CancellationToken stop)
    {
        await _reading.WaitAsync(stop);
        try
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            await FoldNewAsync(db, stop);
            await FollowTeamsAsync(db, stop);
            if (_times.Changed.Count > 0)
                _image = Rebuilt();
            return _image;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task FoldNewAsync(AnswerableDb db, CancellationToken stop)
    {
        var lines = db.Set<JournalRow>().AsNoTracking().Where(row => row.Name == FactName && row.Number > _seen).OrderBy(row => row.Number);
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(stop))
        {
            _seen = line.Number;
            if (FactCatalogue.Read(line.Name, line.Body) is PresenceChanged changed)
                _times.Add(changed.Person, line.Kind, line.At, line.Number, changed.To);
        }
    }

    // Time is shown under the team a person is in now: the facts of presence do not say which it was.
    private async Task FollowTeamsAsync(AnswerableDb db, CancellationToken stop)
    {
        var teams = await db.Set<PersonRow>().AsNoTracking().Select(person => new { person.Id, person.Team })
            .ToDictionaryAsync(person => person.Id, person => person.Team, stop);
        if (teams.Count == _teams.Count && teams.All(pair => _teams.TryGetValue(pair.Key, out var known) && known == pair.Value))
            return;
        _teams = teams;
        _times.Changed.UnionWith(_times.Quarters.Keys);
    }

    private MeasuresImage Rebuilt()
    {
        foreach (var quarter in _times.Changed)
            _columns[quarter] = QuarterColumns.OfSums(AgentMeasures.Family, quarter,
                [.. _times.Quarters[quarter].Select(pair => (CodeOf(pair.Key.Person, pair.Key.Kind), pair.Value))]);
        _times.Changed.Clear();
        return new MeasuresImage([.. _columns.OrderBy(pair => pair.Key).Select(pair => pair.Value)], _names, _seen);
    }

    private ushort[] CodeOf(PersonId person, FactKind kind) =>
        new CellKey(AgentMeasures.Family, kind.ToString(), _teams.GetValueOrDefault(person)?.ToString() ?? "", person.ToString()).Code(_names);
}
