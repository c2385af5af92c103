using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.People;

/// <summary>How wrong tries are counted: so that guessing gets nowhere, and keeps nobody out for good.</summary>
public sealed class WrongTriesTests
{
    private static readonly Caller Stranger = new("192.0.2.7", "");

    [Theory, EachDatabase]
    public async Task A_shift_of_two_hundred_behind_one_address_signs_in_within_a_minute_slips_among_it(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        for (var person = 0; person < 10; person++)
            await centre.JoinAsync($"ann{person}");
        for (var arrival = 0; arrival < 200; arrival++)
        {
            if (arrival % 4 == 0)
                Assert.Equal("sign-in.wrong", (await TryAsync(centre, $"ann{arrival % 10}", "a slip", Stranger)).Away());
            (await TryAsync(centre, $"ann{arrival % 10}", AtTheDoor.Password, Stranger)).Opened();
        }
    }

    [Theory, EachDatabase]
    public async Task However_many_addresses_are_guessed_at_only_so_many_are_kept_and_the_oldest_go_first(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var now = centre.Time.GetUtcNow();
        await using (var db = centre.OpenDb())
        {
            db.AddRange(Enumerable.Range(0, 20_000).Select(number => new WrongTryRow
            {
                Key = $"{number:d5}",
                Tries = 1,
                FirstAt = now,
                LastAt = now.AddMilliseconds(number - 20_000),
                Until = now.AddMinutes(5),
            }));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal("sign-in.wrong", (await TryAsync(centre, "nobody", "wrong", Stranger)).Away());
        await using var after = centre.OpenDb();
        var kept = await after.Set<WrongTryRow>().Select(row => row.Key).ToListAsync(TestContext.Current.CancellationToken);
        Assert.InRange(kept.Count, 17_000, 18_100);
        Assert.Contains("19999", kept);
        Assert.DoesNotContain("00000", kept);
        Assert.True(kept.Count(key => key.Length > 5) >= 2);
    }

    [Theory, EachDatabase]
    public async Task One_address_that_guesses_at_everybody_waits_and_a_browser_its_person_knows_does_not(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        for (var guess = 0; guess < new SignInLimits().WrongPerAddress; guess++)
            Assert.Equal("sign-in.wrong", (await TryAsync(centre, $"nobody{guess}", "wrong", Stranger)).Away());
        Assert.Equal("sign-in.locked", (await TryAsync(centre, "nobody", "wrong", Stranger)).Away());
        Assert.Equal("sign-in.locked", (await TryAsync(centre, "ann", AtTheDoor.Password, Stranger)).Away());
        (await TryAsync(centre, "ann", AtTheDoor.Password, new Caller("192.0.2.8", ""))).Opened();
        (await TryAsync(centre, "ann", AtTheDoor.Password, Stranger with { Known = ann.Id.Value, To = [ann.Id] })).Opened();
        centre.Time.Pass(Lockout.AddressSpan);
        (await TryAsync(centre, "ann", AtTheDoor.Password, Stranger)).Opened();
    }

    [Theory, EachDatabase]
    public async Task Strangers_who_guess_at_somebody_keep_them_out_of_no_browser_they_know_and_it_is_counted_by_itself(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var (ann, ben) = (await centre.JoinAsync("ann"), await centre.JoinAsync("ben"));
        var known = Stranger with { Known = ann.Id.Value, To = [ben.Id, ann.Id] };
        for (var guess = 0; guess < Lockout.Tries; guess++)
            await TryAsync(centre, "ann", "wrong", Stranger);
        Assert.Equal("sign-in.locked", (await TryAsync(centre, "ann", AtTheDoor.Password, Stranger)).Away());
        Assert.Equal("sign-in.locked", (await TryAsync(centre, "ann", AtTheDoor.Password, known with { To = [ben.Id] })).Away());
        (await TryAsync(centre, "ann", AtTheDoor.Password, known)).Opened();
        // By their own right password strangers' guesses are not forgiven.
        Assert.Equal("sign-in.locked", (await TryAsync(centre, "ann", AtTheDoor.Password, Stranger)).Away());
        for (var slip = 0; slip < Lockout.Tries; slip++)
            Assert.Equal("sign-in.wrong", (await TryAsync(centre, "ann", "wrong", known)).Away());
        Assert.Equal("sign-in.locked", (await TryAsync(centre, "ann", AtTheDoor.Password, known)).Away());
        centre.Time.Pass(Lockout.Wait);
        (await TryAsync(centre, "ann", AtTheDoor.Password, known)).Opened();
    }

    [Theory, EachDatabase]
    public async Task The_wait_doubles_up_to_a_quarter_of_an_hour_and_is_forgotten_after_a_day(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        await centre.JoinAsync("ann");
        for (var guess = 1; guess < Lockout.Tries; guess++)
            await centre.SignInAsync("ann", "wrong");
        foreach (var minutes in new[] { 1, 2, 4, 8, 15, 15 })
        {
            Assert.Equal("sign-in.wrong", (await centre.SignInAsync("ann", "wrong")).Away());
            centre.Time.Pass(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.Equal("sign-in.locked", (await centre.SignInAsync("ann")).Away());
            centre.Time.Pass(TimeSpan.FromSeconds(1));
        }
        centre.Time.Pass(Lockout.Forgotten);
        Assert.Equal("sign-in.wrong", (await centre.SignInAsync("ann", "wrong")).Away());
        (await centre.SignInAsync("ann")).Opened();
    }

    /// <summary>In the same words, after as many, whether or not there is such an account; and nothing is written for as long as one waits.</summary>
    [Theory, EachDatabase]
    public async Task An_account_there_is_and_one_there_is_not_answer_alike_to_the_last_word(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var (ann, bob) = (await centre.JoinAsync("ann"), await centre.JoinAsync("bob"));
        await centre.DoAsync(new DeactivatePerson(bob.Id, "left"));
        for (var guess = 0; guess < 2 * Lockout.Tries; guess++)
        {
            var answer = await centre.SignInAsync("ann", "wrong");
            Assert.Equal(answer, await centre.SignInAsync("nobody", "wrong"));
            Assert.Equal(answer, await centre.SignInAsync("bob", "wrong"));
        }
        await using var db = centre.OpenDb();
        Assert.Equal(Lockout.Tries,
            await db.Set<JournalRow>().CountAsync(row => row.Name == "person.sign-in-refused" && row.Subject == ann.Id.Value));
        Assert.Equal(3, await db.Set<WrongTryRow>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task What_is_kept_of_wrong_tries_is_forgotten_after_a_day(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        for (var guess = 0; guess < 5; guess++)
            await centre.SignInAsync($"nobody{guess}", "wrong");
        centre.Time.Pass(Lockout.Forgotten + TimeSpan.FromSeconds(1));
        await centre.SignInAsync("somebody", "wrong");
        await using var db = centre.OpenDb();
        Assert.Equal(1, await db.Set<WrongTryRow>().CountAsync());
    }

    /// <summary>Guessed at by others one still changes one's own password, and a one-time link forgives all.</summary>
    [Theory, EachDatabase]
    public async Task A_one_time_link_lets_in_whoever_is_guessed_at(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        for (var guess = 0; guess < Lockout.Tries; guess++)
            await TryAsync(centre, "ann", "wrong", Stranger);
        (await centre.DoAsync(new ChangePassword(AtTheDoor.Password, AtTheDoor.NewPassword, AtTheDoor.NewPassword), ann)).Value.Opened();
        Assert.Equal("sign-in.locked", (await TryAsync(centre, "ann", AtTheDoor.NewPassword, Stranger)).Away());
        var link = (await centre.DoAsync(new RenewInvitation(ann.Id))).Value.Token;
        await centre.DoAsync(new AcceptInvitation(link, AtTheDoor.Password, AtTheDoor.Password));
        (await TryAsync(centre, "ann", AtTheDoor.Password, Stranger)).Opened();
    }

    private static async Task<Entrance> TryAsync(TestCentre centre, string name, string password, Caller from) =>
        (await centre.DoAsync(new SignIn(AtTheDoor.Email(name), password) { From = from })).Value;
}
