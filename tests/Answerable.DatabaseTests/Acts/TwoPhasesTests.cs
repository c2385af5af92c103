using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Acts;

public sealed class TwoPhasesTests
{
    [Theory, EachDatabase]
    public async Task While_an_act_is_prepared_others_are_done(Database database)
    {
        await using var centre = await OpenAsync(database);
        var door = centre.Services.GetRequiredService<Door>();
        var slow = centre.DoAsync(new Count("slow"));
        await door.Reached.Task;
        Assert.True((await centre.DoAsync(new FormTeam("Billing"))).Allowed);
        Assert.False(slow.IsCompleted);
        door.Open.SetResult();
        // It was prepared while there was no team, and decides knowing of one.
        Assert.Equal("0 before, 1 now", (await slow).Value);
    }

    [Theory, EachDatabase]
    public async Task What_was_overtaken_is_prepared_again_and_given_up_after_some_tries(Database database)
    {
        await using var centre = await OpenAsync(database);
        var door = centre.Services.GetRequiredService<Door>();
        door.Open.SetResult();
        door.Overtaken = 2;
        Assert.True((await centre.DoAsync(new Count("overtaken"))).Allowed);
        Assert.Equal(3, door.Prepared);
        door.Overtaken = 100;
        Assert.Equal("act.overtaken", Assert.Single((await centre.DoAsync(new Count("overtaken"))).Refusals).Code);
    }

    [Theory, EachDatabase]
    public async Task What_is_refused_beside_the_writer_never_comes_to_it(Database database)
    {
        await using var centre = await OpenAsync(database);
        centre.Services.GetRequiredService<Door>().Open.SetResult();
        Assert.Equal("count.nothing", Assert.Single((await centre.DoAsync(new Count(""))).Refusals).Code);
        Assert.Equal(0, centre.Services.GetRequiredService<Answerable.App.Storage.WriterTimes>().Of(nameof(Count)).Times);
    }

    [Needs(Permission.Anyone)]
    internal sealed record Count(string What) : IAct<string>
    {
        internal sealed class Handler(Door door) : IHandle<Count, int, string>
        {
            public async Task<Outcome<int>> Prepare(Count act, ReadingContext context, CancellationToken stop)
            {
                var teams = context.Db.Set<TeamRow>().Count();
                door.Prepared++;
                door.Reached.TrySetResult();
                await door.Open.Task;
                return act.What.Length == 0 ? new Refusal("count.nothing", "Say what to count.") : teams;
            }

            public Task<Outcome<string>> Decide(Count act, int prepared, ActContext context, CancellationToken stop) =>
                Task.FromResult<Outcome<string>>(door.Overtaken-- > 0
                    ? Overtaken.Refusal : $"{prepared} before, {context.Db.Set<TeamRow>().Count()} now");
        }
    }

    internal sealed class Door
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public int Prepared { get; set; }
        public int Overtaken { get; set; }
    }

    private static Task<TestCentre> OpenAsync(Database database) =>
        TestCentre.OpenAsync(database, and: services => services.AddSingleton<Door>().Offers(typeof(Count)));
}
