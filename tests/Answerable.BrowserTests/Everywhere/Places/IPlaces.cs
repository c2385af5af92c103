using Answerable.App.Storage;

namespace Answerable.BrowserTests.Everywhere.Places;

/// <summary>What a module's pages with holes in their addresses are looked at with.</summary>
internal interface IPlaces
{
    /// <summary>The address of something that is there; null for another module's pattern.</summary>
    Task<string?> AddressAsync(string pattern, AnswerableDb db, Visit visit);
}
