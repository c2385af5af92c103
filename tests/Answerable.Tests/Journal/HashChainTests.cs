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
            Line with { Actor = Guid.Parse("0199c000-0000-7000-8000-000000000001") }, Line with { Name = "contact.ended" }, Line with { Body = "{ }" },
        ];
        Assert.All(altered, line => Assert.NotEqual(hash, HashChain.Next(HashChain.Origin, 1, line)));
        Assert.NotEqual(hash, HashChain.Next(HashChain.Origin, 2, Line));
        Assert.NotEqual(hash, HashChain.Next(hash, 1, Line));
    }

    [Fact]
    public void Words_moved_from_one_field_to_the_next_change_the_hash() => Check.QuickThrowOnFailure(Prop.ForAll<NonEmptyString, NonNull<string>>((left, right) =>
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
}
