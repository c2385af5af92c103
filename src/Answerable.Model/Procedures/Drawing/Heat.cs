namespace Answerable.Model.Procedures.Drawing;

/// <summary>How much there is of something at a node, to be shaded by; said in words as well, because colour alone tells not everybody.</summary>
/// <param name="Band">1 to <see cref="Bands"/>.</param>
/// <param name="Words">A few characters, such as "34 s".</param>
public sealed record Heat(int Band, string Words)
{
    public const int Bands = 5;

    /// <summary>The band of a value among values of which this is the greatest: fifths of it. Nothing is in the first.</summary>
    public static int BandOf(double value, double greatest) =>
        greatest <= 0 ? 1 : Math.Clamp((int)Math.Ceiling(Bands * value / greatest), 1, Bands);
}
