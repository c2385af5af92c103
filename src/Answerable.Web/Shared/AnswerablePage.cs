using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.AspNetCore.Components;
using Dispatcher = Answerable.App.Acts.Dispatcher;

namespace Answerable.Web.Shared;

/// <summary>What every page has at hand: who looks, readings, acts and their refusals.</summary>
public abstract class AnswerablePage : ComponentBase
{
    [Inject] private Dispatcher Dispatcher { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [CascadingParameter] protected HttpContext Http { get; set; } = default!;

    protected Actor Who => ActorOf.User(Http.User) ?? throw new InvalidOperationException("Nobody is signed in.");
    /// <summary>What stands in the way: found here, or where a form of this page was sent.</summary>
    [Parameter] public IReadOnlyList<Refusal> Refusals { get; set; } = [];

    /// <summary>Asks a reading; a refusal sets the page's status and stands in <see cref="Refusals"/>.</summary>
    protected async Task<TResult?> AskAsync<TResult>(IReading<TResult> reading)
    {
        var outcome = await Dispatcher.AskAsync(reading, Who, Http.RequestAborted);
        if (outcome.Allowed)
            return outcome.Value;
        Refuse(outcome.Refusals);
        return default;
    }

    /// <summary>Does an act that has nothing to say but that it was done; false where it was refused.</summary>
    protected async Task<bool> DoAsync<TResult>(IAct<TResult> act) => (await TryAsync(act)).Allowed;

    /// <summary>Does an act; refusals stand in <see cref="Refusals"/> as well.</summary>
    protected async Task<Outcome<TResult>> TryAsync<TResult>(IAct<TResult> act)
    {
        var outcome = await Dispatcher.DoAsync(act, Who, Http.RequestAborted);
        if (!outcome.Allowed)
            Refuse(outcome.Refusals);
        return outcome;
    }

    protected void Refuse(IReadOnlyList<Refusal> refusals)
    {
        Refusals = refusals;
        if (!Http.Response.HasStarted)
            Http.Response.StatusCode = Reply.StatusOf(refusals);
    }

    /// <summary>Goes on to another page once a form has been taken.</summary>
    protected void Go(string url)
    {
        KeptNote.Leave(Http, url);
        Navigation.NavigateTo(SentAddress.Of(url));
    }
}
