namespace Answerable.Simulation.Statistics;

/// <summary>A level that stays until it changes (a queue's length, agents busy), and the area under it. O(1) a change, no allocation.</summary>
public struct TimeWeighted
{
    private double since;
    private double area;

    /// <summary>The level now.</summary>
    public double Level { get; private set; }

    /// <summary>Changes the level from <paramref name="now"/> on.</summary>
    public void Set(double now, double level)
    {
        area += Level * (now - since);
        (since, Level) = (now, level);
    }

    /// <summary>Raises (or lowers) the level from <paramref name="now"/> on.</summary>
    public void Add(double now, double step) => Set(now, Level + step);

    /// <summary>The area under the level from the last <see cref="Restart"/> to <paramref name="now"/>, in level x time.</summary>
    public readonly double Area(double now) => area + Level * (now - since);

    /// <summary>Starts measuring anew at <paramref name="now"/>, keeping the level.</summary>
    public void Restart(double now) => (since, area) = (now, 0);
}
