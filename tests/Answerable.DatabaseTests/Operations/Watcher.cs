using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Answerable.App;

namespace Answerable.DatabaseTests.Operations;

/// <summary>Listens to the instruments of one centre.</summary>
internal sealed class Watcher : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _heard = new();

    public Watcher(object factory)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Instruments.Name && ReferenceEquals(instrument.Meter.Scope, factory))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.Start();
    }

    public double Sum(string name, string tags = "") => _heard.Where(heard => heard.Name == name && heard.Tags == tags).Sum(heard => heard.Value);

    /// <summary>What a gauge stood at last; none where it was never told.</summary>
    public double? Last(string name, string tags) =>
        _heard.LastOrDefault(heard => heard.Name == name && heard.Tags == tags) is { Name: not null } last ? last.Value : null;

    public bool Has(string name)
    {
        _listener.RecordObservableInstruments();
        return _heard.Any(heard => heard.Name == name);
    }

    public IEnumerable<string> Tags => _heard.Select(heard => heard.Tags);

    public void Dispose() => _listener.Dispose();

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        _heard.Enqueue((instrument.Name, value, words));
    }
}
