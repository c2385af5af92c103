using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Answerable.App;

/// <summary>
/// What is counted of a centre at work, for whoever watches it: by the names of acts and outcomes alone. No person, no customer, no reference and
/// nothing that anybody typed is ever a tag. While nobody listens, a count is a look at a flag.
/// </summary>
public sealed class Instruments
{
    /// <summary>The name of the meter, and of the source of traces.</summary>
    public const string Name = "Answerable";

    private static readonly ActivitySource Source = new(Name);

    private readonly Meter _meter;
    private readonly Counter<long> _acts;
    private readonly Counter<long> _facts;
    private readonly Counter<long> _takenOver;
    private readonly Counter<long> _importedRows;
    private readonly Histogram<double> _batches;
    private readonly UpDownCounter<long> _livePages;
    private readonly Gauge<long> _outbox;

    public Instruments(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _acts = _meter.CreateCounter<long>("answerable.acts", "{act}", "Acts asked for, by name and outcome: allowed, refused, failed.");
        _facts = _meter.CreateCounter<long>("answerable.facts", "{fact}", "Facts appended to the journal.");
        _takenOver = _meter.CreateCounter<long>("answerable.work.taken_over", "{lease}", "Work taken over from a silent server.");
        _importedRows = _meter.CreateCounter<long>("answerable.import.facts", "{fact}", "Facts that imports brought.");
        _batches = _meter.CreateHistogram<double>("answerable.writer.batch.duration", "s", "How long a batch of the writer took.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5] });
        _livePages = _meter.CreateUpDownCounter<long>("answerable.pages.live", "{page}", "Pages open that show by themselves what changes.");
        _outbox = _meter.CreateGauge<long>("answerable.outbox.rows", "{work}", "Work of the outbox that waits, or was given up in the last month.");
    }

    /// <summary>Whether somebody wants to know of the outbox: it has to be looked for.</summary>
    internal bool OutboxWanted => _outbox.Enabled;

    internal void Did(string act, string outcome) => _acts.Add(1, new("act", act), new("outcome", outcome));

    internal void Wrote(TimeSpan took, int facts)
    {
        _batches.Record(took.TotalSeconds);
        if (facts > 0)
            _facts.Add(facts);
    }

    internal void TookOver() => _takenOver.Add(1);

    internal void Imported(int facts) => _importedRows.Add(facts);

    internal void Outbox(string state, long rows) => _outbox.Record(rows, new KeyValuePair<string, object?>("state", state));

    internal void Watch(string name, string unit, string what, Func<long> now) => _meter.CreateObservableGauge(name, now, unit, what);

    public void PageOpened() => _livePages.Add(1);

    public void PageClosed() => _livePages.Add(-1);

    /// <summary>A part of a trace that is under way: what nobody waits for begins none.</summary>
    internal static Activity? Follow(string name) => Activity.Current is null ? null : Source.StartActivity(name);
}
