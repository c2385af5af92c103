using Answerable.App.Storage;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.App.Conduct;

/// <summary>Who could decide or take over what one cannot, and how long they take. Instead of "you may not".</summary>
/// <param name="Name">The one it would be put to now; nobody where it would wait for any of the role.</param>
/// <param name="MedianMs">How long answers of that role take; null where there are none yet.</param>
/// <param name="Reach">How far any of them may go; null where no decision is concerned.</param>
public sealed record WhoCan(string? Name, Role Role, Presence? Presence, long? MedianMs, Reach? Reach = null)
{
    internal static async Task<WhoCan?> OfAsync(AnswerableDb db, Actor who, Walk walk, Offer offer, Standing standing, DateTimeOffset at,
        CancellationToken stop)
    {
        var step = offer.Node as Step;
        if (offer.Needs is null && step?.Authority is null && step?.Referral is null)
            return null;
        var route = step?.Authority is { } demand && offer.Needs is null
            ? new Route(step.Referral?.To
                ?? Role.SeniorAgent, who.Id, who.Team, BeyondOwn(walk, demand, offer), standing.Kind(demand.DecisionKind), standing.Matrix,
                standing.Given, at)
            : Route.ForContact(offer.ReferTo, who.Id, who.Team, at);
        var pace = await ReferralPace.OfAsync(db, stop);
        var colleagues = await Colleagues.OfAsync(db, pace, stop);
        var found = route.Find(colleagues);
        var role = found?.Role ?? route.LowestRole();
        return new WhoCan(found?.Name, role, found?.Presence, pace.MedianMs(role), route.Reach(colleagues, standing.Decider));
    }

    // The least that would have to be referred.
    private static Asked BeyondOwn(Walk walk, AuthorityDemand demand, Offer offer) =>
        new(demand.DecisionKind, offer.UpToPence is { } upTo ? upTo + 1 : null, walk.Contact, walk.Case, walk.Customer);
}
