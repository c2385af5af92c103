using Answerable.Model.Journal;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Journal;

public sealed class HashChainTests
{
    private static readonly Entry Line = new(DateTimeOffset.UnixEpoch, FactKind.Live, "desk", "k", Guid.Empty, null, "contact.held", "{}");

    [Fact]
    public void Every_word_of_a_line_is_under_its_hash()
    {
        var hash = HashChain.Next(HashChain.Origin, 1, Line);
        Entry[] altered =
        [
            Line with { At = Line.At.AddMilliseconds(1) }, Line with { Kind = FactKind.Demo }, Line with { Source = "api" },
            Line with { SourceKey = "l" }, Line with { Subject = Guid.Parse("0199c000-0000-7000-8000-000000000001") },
            Line with { Actor = Guid.Parse("0199c000-0000-7000-8000-000000000001") }, Line with { Name = "contact.ended" }, Line with
                { Body = "{ }" },
        ];
        Assert.All(altered, line => Assert.NotEqual(hash, HashChain.Next(HashChain.Origin, 1, line)));
        Assert.NotEqual(hash, HashChain.Next(HashChain.Origin, 2, Line));
        Assert.NotEqual(hash, HashChain.Next(hash, 1, Line));
    }

    /// <summary>Worked out by another program from the words of ADR 5 alone: were it otherwise, every journal there is would no longer
    /// verify.</summary>
    [Fact]
    public void The_hash_is_what_it_has_always_been()
    {
        Assert.Equal("be133dbf041278dc9a58a6fbc09056410d0c4265dd2c80133c8710b7cfb33227",
            Convert.ToHexStringLower(HashChain.Next(HashChain.Origin, 1, Line)));
        byte[] before = [.. Enumerable.Range(0, HashChain.Length).Select(number => (byte)number)];
        var one = new Guid([.. Enumerable.Repeat((byte)1, 16)]);
        var line = new Entry(DateTimeOffset.FromUnixTimeMilliseconds(1791536400123), FactKind.Demo, "api:north", "key-1", Guid.Empty, one, "note",
            $$"""{"a":"{{new string('ä', 1200)}}"}""");
        Assert.Equal("26f25b70172cf47618b824e057293b9ca8034c3de513c9560b4dbed2a22c521a", Convert.ToHexStringLower(HashChain.Next(before, 7, line)));
    }

    [Fact]
    public void Words_moved_from_one_field_to_the_next_change_the_hash() =>
        Check.QuickThrowOnFailure(Prop.ForAll<NonEmptyString, NonNull<string>>((left, right) =>
        !HashChain.Next(HashChain.Origin, 1, Line with { Source = left.Get, SourceKey = right.Get })
            .SequenceEqual(HashChain.Next(HashChain.Origin, 1, Line with { Source = "", SourceKey = left.Get + right.Get }))));

    [Fact]
    public void A_long_body_is_covered_to_its_end()
    {
        var body = new string('x', 5000);
        Assert.NotEqual(
            HashChain.Next(HashChain.Origin, 1, Line with { Body = body + "a" }),
            HashChain.Next(HashChain.Origin, 1, Line with { Body = body + "b" }));
    }

    /// <summary>Letters of three bytes each: room is made for the longest a text may come to, in whichever field it stands.</summary>
    [Fact]
    public void Long_words_of_any_field_and_letter_are_covered()
    {
        var long700 = new string('€', 700);
        Entry[] lines =
            [Line with { Source = long700 }, Line with { SourceKey = long700 }, Line with { Name = long700 }, Line with { Body = long700 }];
        Assert.Equal(4, lines.Select(line => Convert.ToHexString(HashChain.Next(HashChain.Origin, 1, line))).Distinct().Count());
    }
}
