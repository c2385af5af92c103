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

    public static async Task<string?> KeyAsync(AnswerableDb db, PersonId person, CancellationToken stop) =>
        (await FindAsync(db, person, KeyName, stop))?.Value;

    public static async Task<int> CodesLeftAsync(AnswerableDb db, PersonId person, CancellationToken stop) =>
        Split(await FindAsync(db, person, CodesName, stop)).Length;

    /// <summary>Takes a recovery code away; the number left, or null where there is no such code.</summary>
    public static async Task<int?> UseAsync(AnswerableDb db, PersonId person, string code, CancellationToken stop)
    {
        var row = await FindAsync(db, person, CodesName, stop);
        var codes = Split(row);
        string[] left = [.. codes.Where(known => !string.Equals(Bare(known), Bare(code), StringComparison.OrdinalIgnoreCase))];
        if (left.Length == codes.Length)
            return null;
        row!.Value = string.Join(';', left);
        return left.Length;
    }

    /// <summary>Keeps a key; the recovery codes that go with it are said once.</summary>
    public static async Task<IReadOnlyList<string>> SetAsync(AnswerableDb db, PersonId person, string key, CancellationToken stop)
    {
        await ClearAsync(db, person, stop);
        string[] codes =
            [.. Enumerable.Range(0, Codes)
            .Select(_ => $"{RandomNumberGenerator.GetString(Letters, 5)}-{RandomNumberGenerator.GetString(Letters, 5)}")];
        db.Set<IdentityUserToken<PersonId>>().AddRange(Row(person, KeyName, key), Row(person, CodesName, string.Join(';', codes)));
        return codes;
    }

    public static Task ClearAsync(AnswerableDb db, PersonId person, CancellationToken stop) =>
        db.Set<IdentityUserToken<PersonId>>().Where(row => row.UserId == person && row.LoginProvider == Provider).ExecuteDeleteAsync(stop);

    private static Task<IdentityUserToken<PersonId>?> FindAsync(AnswerableDb db, PersonId person, string name, CancellationToken stop) =>
        db.Set<IdentityUserToken<PersonId>>()
            .SingleOrDefaultAsync(row => row.UserId == person && row.LoginProvider == Provider && row.Name == name, stop);

    // Copied from paper it comes with or without its hyphen, in groups or in one.
    private static string Bare(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit));

    private static string[] Split(IdentityUserToken<PersonId>? row) => row?.Value?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static IdentityUserToken<PersonId> Row(PersonId person, string name, string value) =>
        new() { UserId = person, LoginProvider = Provider, Name = name, Value = value };
}
