using System.Globalization;

namespace Answerable.App.Planning;

/// <summary>From what to what a knob can be set, in what it is typed in.</summary>
public sealed record KnobRange(double Least, double Most, string Unit)
{
    public bool Holds(double value) => value >= Least && value <= Most;

    public string Words => string.Create(CultureInfo.InvariantCulture, $"from {Least:#,0.##} to {Most:#,0.##} {Unit}").TrimEnd();
}
