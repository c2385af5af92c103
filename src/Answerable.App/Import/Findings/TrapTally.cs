using Answerable.Model.Privacy;


namespace Answerable.App.Import.Findings;

/// <summary>Counts the rows that fall into one trap and keeps the first few.</summary>
internal sealed class TrapTally(string code, string title, string treated)
{
    private const int MostSamples = 5;
    private readonly List<Sample> _samples = [];
    private long _count;

    public void Count(long line, string text)
    {
        _count++;
        if (_samples.Count < MostSamples)
            _samples.Add(new Sample(line, CardMask.Apply(Readable.Of(text))));
    }

    public Finding Finding() => new(code, title, treated, _count, _samples);
}
