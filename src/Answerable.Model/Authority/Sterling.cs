using System.Globalization;

namespace Answerable.Model.Authority;

/// <summary>Pence in words, as judgements and refusals say them.</summary>
public static class Sterling
{
    private static readonly NumberFormatInfo British = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = "." };

    public static string Words(long pence) => "£" + (pence / 100m).ToString("N2", British);
}
