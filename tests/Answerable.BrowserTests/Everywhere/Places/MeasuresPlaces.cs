using Answerable.App.Storage;

namespace Answerable.BrowserTests.Everywhere.Places;

internal sealed class MeasuresPlaces : IPlaces
{
    public Task<string?> AddressAsync(string pattern, AnswerableDb db, Visit visit) => Task.FromResult(
        pattern is "/measures/{Name}" or "/measures/{Name}/definition"
            ? pattern.Replace("{Name}", "service-level-f3", StringComparison.Ordinal) : null);
}
