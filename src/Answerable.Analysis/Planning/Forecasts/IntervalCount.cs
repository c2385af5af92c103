using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// Contacts that arrived in the interval beginning at a local time. <see cref="Row"/> is where it was read, for messages.
/// <see cref="Offset"/> is known when the source gave one; only then can the repeated hour of an autumn clock change be told apart.
/// </summary>
public readonly record struct IntervalCount(LocalDateTime Start, double Calls, int Row, Offset? Offset = null);
