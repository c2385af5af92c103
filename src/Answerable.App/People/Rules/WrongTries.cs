using System.Security.Cryptography;
using System.Text;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>
/// What was tried in vain, counted alike for accounts there are and accounts there are not. A stranger's tries are counted by the account and by the
/// network address. A browser its person has signed in with before is counted by itself: strangers who guess cannot keep anybody out of their own.
/// </summary>
internal sealed class WrongTries
{
    /// <summary>More are not kept at a time, whoever sends them: the oldest are forgotten first.</summary>
    private const int Most = 20_000;

    private readonly AnswerableDb _db;
    private readonly PersonId? _person;
    private readonly Counted[] _counted;

    private WrongTries(AnswerableDb db, PersonId? person, Counted[] counted) => (_db, _person, _counted) = (db, person, counted);

    public static Task<WrongTries> OfAsync(AnswerableDb db, SignInLimits limits, string normal, PersonId? person, Caller from, CancellationToken stop)
    {
        if (person is { } known && from.Known is { } browser && from.To.Contains(known))
            return OfAsync(db, person, [new Counted($"browser {browser} {known}")], stop);
        var account = new Counted($"account {normal}");
        return OfAsync(db, person,
            from.Address is { } address ? [account, new Counted($"address {address}", limits.WrongPerAddress)] : [account], stop);
    }

    /// <summary>By somebody whose account is known.</summary>
    public static Task<WrongTries> OfAsync(AnswerableDb db, SignInLimits limits, Credentials of, Caller from, CancellationToken stop) =>
        OfAsync(db, limits, of.NormalizedEmail!, of.Id, from, stop);

    /// <summary>By one who is signed in, of their own password: strangers' tries are none of it.</summary>
    public static Task<WrongTries> OwnAsync(AnswerableDb db, PersonId person, CancellationToken stop) =>
        OfAsync(db, person, [new Counted($"own {person}")], stop);

    /// <summary>All of a person's, wherever they were made.</summary>
    public static Task ForgetAsync(AnswerableDb db, PersonId person, CancellationToken stop) =>
        db.Set<WrongTryRow>().Where(row => row.Person == person).ExecuteDeleteAsync(stop);

    public bool WaitsAt(DateTimeOffset now) => _counted.Any(one => one.Row?.Until > now);

    public async Task CountAsync(DateTimeOffset now, CancellationToken stop)
    {
        if (_counted.Any(one => one.Row is null))
            await MakeRoomAsync(now, stop);
        foreach (var one in _counted)
        {
            one.Row ??= _db.Add(new WrongTryRow { Key = one.Key, Person = one.Limit is null ? _person : null }).Entity;
            one.Count(now);
        }
    }

    /// <summary>A right one forgives what is counted by account or browser, and nothing of an address.</summary>
    public void Forgive() => _db.RemoveRange(_counted.Where(one => one.Limit is null).Select(one => one.Row).OfType<WrongTryRow>());

    private static async Task<WrongTries> OfAsync(AnswerableDb db, PersonId? person, Counted[] counted, CancellationToken stop)
    {
        foreach (var one in counted)
            one.Row = await db.Set<WrongTryRow>().SingleOrDefaultAsync(row => row.Key == one.Key, stop);
        return new WrongTries(db, person, counted);
    }

    private async Task MakeRoomAsync(DateTimeOffset now, CancellationToken stop)
    {
        var (lapsed, here) = (now - Lockout.Forgotten, _counted.Select(one => one.Key).ToArray());
        var rows = _db.Set<WrongTryRow>().Where(row => !here.Contains(row.Key));
        await rows.Where(row => row.LastAt < lapsed).ExecuteDeleteAsync(stop);
        if (await rows.CountAsync(stop) < Most)
            return;
        var oldest = await rows.OrderBy(row => row.LastAt).Skip(Most / 10).Select(row => row.LastAt).FirstAsync(stop);
        await rows.Where(row => row.LastAt <= oldest).ExecuteDeleteAsync(stop);
    }

    /// <param name="limit">Of an address, how many it may be.</param>
    private sealed class Counted(string by, int? limit = null)
    {
        public string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(by)));
        public int? Limit => limit;
        public WrongTryRow? Row { get; set; }

        public void Count(DateTimeOffset now)
        {
            var row = Row!;
            var begun = limit is null ? row.LastAt + Lockout.Forgotten : row.FirstAt + Lockout.AddressSpan;
            if (row.Tries == 0 || begun <= now)
                (row.Tries, row.FirstAt) = (0, now);
            (row.Tries, row.LastAt) = (row.Tries + 1, now);
            row.Until = limit is not { } most ? now + Lockout.WaitAfter(row.Tries) : row.Tries < most ? null : row.FirstAt + Lockout.AddressSpan;
        }
    }
}
