using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.Measures;

/// <summary>In which team somebody was when.</summary>
internal sealed class TeamTimes() : PeopleThen<TeamId?>("person.invited", "person.moved")
{
    protected override TeamId? After(Fact fact) => fact is PersonMoved moved ? moved.To : ((PersonInvited)fact).Team;

    // Time recorded elsewhere may be older than the person's first day here.
    protected override TeamId? Before(Fact? first) => first switch
    {
        PersonMoved moved => moved.From,
        PersonInvited invited => invited.Team,
        _ => null,
    };
}
