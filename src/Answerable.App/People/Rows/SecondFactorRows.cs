using System.Security.Cryptography;
using Answerable.App.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>The authenticator's key and the recovery codes left, as rows of Identity's own kind, so that those set before go on working.</summary>
internal static class SecondFactorRows
{
    private const string Provider = "[AspNetUserStore]";
    private const string KeyName = "AuthenticatorKey";
    private const string CodesName = "RecoveryCodes";
    private const int Codes = 10;

    // Nothing that is taken for something else when it is read from paper.
    private const string Letters = "23456789BCDFGHJKMNPQRTVWXY";

    public static readonly WrappedColumn Wrapped = new("people_user_tokens", "user_id, login_provider, name", "value");

    public static async Task<string?> KeyAsync(AnswerableDb db, PersonId person, CancellationToken stop) =>
        Open(db, await FindAsync(db, person, KeyName, stop));

    public static async Task<int> CodesLeftAsync(AnswerableDb db, PersonId person, CancellationToken stop) =>
        Split(Open(db, await FindAsync(db, person, CodesName, stop))).Length;

    /// <summary>Takes a recovery code away; the number left, or null where there is no such code.</summary>
    public static async Task<int?> UseAsync(AnswerableDb db, PersonId person, string code, CancellationToken stop)
    {
        var row = await FindAsync(db, person, CodesName, stop);
        var codes = Split(Open(db, row));
        string[] left = [.. codes.Where(known => !string.Equals(Bare(known), Bare(code), StringComparison.OrdinalIgnoreCase))];
        if (left.Length == codes.Length)
            return null;
        row!.Value = Wrap(db, row, string.Join(';', left));
        return left.Length;
    }

    /// <summary>Keeps a key; the recovery codes that go with it are said once.</summary>
    public static async Task<IReadOnlyList<string>> SetAsync(AnswerableDb db, PersonId person, string key, CancellationToken stop)
    {
        await ClearAsync(db, person, stop);
        string[] codes =
            [.. Enumerable.Range(0, Codes)
            .Select(_ => $"{RandomNumberGenerator.GetString(Letters, 5)}-{RandomNumberGenerator.GetString(Letters, 5)}")];
        db.Set<IdentityUserToken<PersonId>>().AddRange(Row(db, person, KeyName, key), Row(db, person, CodesName, string.Join(';', codes)));
        return codes;
    }

    public static Task ClearAsync(AnswerableDb db, PersonId person, CancellationToken stop) =>
        db.Set<IdentityUserToken<PersonId>>().Where(row => row.UserId == person && row.LoginProvider == Provider).ExecuteDeleteAsync(stop);

    private static Task<IdentityUserToken<PersonId>?> FindAsync(AnswerableDb db, PersonId person, string name, CancellationToken stop) =>
        db.Set<IdentityUserToken<PersonId>>()
            .SingleOrDefaultAsync(row => row.UserId == person && row.LoginProvider == Provider && row.Name == name, stop);

    // Copied from paper it comes with or without its hyphen, in groups or in one.
    private static string Bare(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit));

    private static string[] Split(string? codes) => codes?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Open(AnswerableDb db, IdentityUserToken<PersonId>? row) =>
        row?.Value is { } value ? Wrapped.Open(db.Master, value, row.UserId.Value, row.LoginProvider, row.Name) : null;

    private static string Wrap(AnswerableDb db, IdentityUserToken<PersonId> row, string value) =>
        Wrapped.Wrap(db.Master, value, row.UserId.Value, row.LoginProvider, row.Name);

    private static IdentityUserToken<PersonId> Row(AnswerableDb db, PersonId person, string name, string value)
    {
        var row = new IdentityUserToken<PersonId> { UserId = person, LoginProvider = Provider, Name = name };
        row.Value = Wrap(db, row, value);
        return row;
    }
}
