using Answerable.Analysis.Measures;
using Answerable.App.Storage;

namespace Answerable.App.Measures;

/// <summary>What a module measures: its family, and how a quarter-hour of it is added up. Everything else (keeping, healing, reading) is the same for
/// all.</summary>
internal interface IContribution
{
    Family Family { get; }

    /// <summary>How many quarter-hours are added up at once.</summary>
    int QuartersARound => 96;

    /// <summary>What the names of the facts begin with that change its quarter-hours, found by following the journal; null where the writer itself
    /// marks them.</summary>
    string? Hears => null;

    /// <summary>Which quarter-hours these facts change.</summary>
    Task<IReadOnlyCollection<int>> TouchedAsync(AnswerableDb db, IReadOnlyList<Heard> heard, CancellationToken stop) =>
        Task.FromResult<IReadOnlyCollection<int>>([]);

    /// <summary>Every quarter-hour there is something to measure in.</summary>
    IAsyncEnumerable<int> QuartersAsync(AnswerableDb db);

    /// <summary>Adds dirty quarter-hours up, and others that their change touches, in the one view of the database that is given.</summary>
    Task<IReadOnlyList<SummedQuarter>> SumAsync(AnswerableDb db, IReadOnlyList<MeasuresDirtyRow> dirty, CancellationToken stop);
}

/// <summary>A line of the journal that a family hears.</summary>
internal readonly record struct Heard(long Number, Guid Subject, DateTimeOffset At);
