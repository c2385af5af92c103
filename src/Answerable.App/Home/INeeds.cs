using Answerable.App.Acts;
using Answerable.Model.People;

namespace Answerable.App.Home;

/// <summary>What a module puts on Home for the one who looks. Home asks them all and knows none.</summary>
internal interface INeeds
{
    /// <summary>Lower stands higher among what presses equally.</summary>
    int Place { get; }

    bool Concern(Actor who);

    /// <summary>What changes it for somebody, for the pages that follow it as it happens.</summary>
    IEnumerable<string> Topics(Actor who);

    Task<IEnumerable<Need>> OfAsync(ReadingContext context, CancellationToken stop);
}
