namespace Answerable.Analysis.Planning.Erlang;

/// <summary>The work offered to one queue: Poisson arrivals at a constant rate, exponential handling times.</summary>
/// <param name="CallsPerHour">λ, in contacts an hour.</param>
/// <param name="HandlingSeconds">The mean handling time (talk, hold and after-contact work), 1/μ, in seconds.</param>
public readonly record struct Load(double CallsPerHour, double HandlingSeconds)
{
    /// <summary>λ in contacts a second.</summary>
    public double ArrivalRate => CallsPerHour / 3600;

    /// <summary>μ, the contacts one busy agent completes a second.</summary>
    public double ServiceRate => 1 / HandlingSeconds;

    /// <summary>A = λ/μ, the offered traffic in erlangs: the mean number of agents busy if nobody waited or left.</summary>
    public double Erlangs => CallsPerHour * HandlingSeconds / 3600;

    /// <summary>Whether nobody comes at all: a night, a closed day. How long handling takes then does not matter.</summary>
    public bool IsNone => CallsPerHour == 0;

    /// <summary>Every reason why this is not a load that can be computed with; none when it is.</summary>
    public IEnumerable<Fault> Faults() => IsNone ? [] :
    [
        .. Bounds.NotNegative("calls_per_hour", CallsPerHour, Bounds.MostCallsPerHour),
        .. Bounds.Positive("aht_s", HandlingSeconds, Bounds.MostSeconds),
    ];
}
