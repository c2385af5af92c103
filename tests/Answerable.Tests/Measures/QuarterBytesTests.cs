using Answerable.Analysis.Measures;

namespace Answerable.Tests.Measures;

/// <summary>Two programs, one of which knows more than the other, read each other's quarter-hours.</summary>
public sealed class QuarterBytesTests
{
    private static readonly Dimension[] Key = [Dimension.Kind, Dimension.Queue];
    private readonly Names _names = new();

    [Fact]
    public void A_measure_that_is_not_known_is_skipped_and_the_rest_read()
    {
        var (newer, older) = (FamilyOf(Key, 1, 2, 3), FamilyOf(Key, 1, 3));
        var found = QuarterBytes.Read(older, 7, Written(newer));
        Assert.Equal(QuarterBytes.Condition.Whole, found.State);
        Assert.Equal("Live|water: m1=5 m3=2x1", Text(found));
        Assert.False(older.Lacks(newer.Holds));
    }

    [Fact]
    public void A_measure_that_is_missing_is_said_to_be_and_the_rest_read()
    {
        var (newer, older) = (FamilyOf(Key, 1, 2, 3), FamilyOf(Key, 1, 3));
        var found = QuarterBytes.Read(newer, 7, Written(older));
        Assert.Equal(QuarterBytes.Condition.Lacking, found.State);
        Assert.Equal("Live|water: m1=5 m3=2x1", Text(found));
        Assert.True(newer.Lacks(older.Holds));
    }

    [Fact]
    public void A_measure_there_is_none_of_is_not_missing()
    {
        var family = FamilyOf(Key, 1, 2, 3);
        var empty = QuarterBytes.Write(new QuarterColumns(family, 7, [(new CellKey(family, "Live", "water").Code(_names), new Cell(family))]));
        Assert.Equal(QuarterBytes.Condition.Whole, QuarterBytes.Read(family, 7, empty).State);
        Assert.False(family.Lacks(family.Holds));
    }

    [Fact]
    public void A_dimension_that_came_later_is_missing_in_older_rows_and_skipped_by_older_programs()
    {
        var (newer, older) = (FamilyOf([.. Key, Dimension.Role], 1), FamilyOf(Key, 1));
        Assert.Equal((QuarterBytes.Condition.Lacking, "Live|water|: m1=5"),
            (QuarterBytes.Read(newer, 7, Written(older)).State, Text(QuarterBytes.Read(newer, 7, Written(older)))));
        var found = QuarterBytes.Read(older, 7, Written(newer, "Agent"));
        Assert.Equal((QuarterBytes.Condition.Whole, "Live|water: m1=5"), (found.State, Text(found)));
    }

    [Fact]
    public void A_newer_form_is_left_to_the_newer_program()
    {
        var family = FamilyOf(Key, 1);
        var bytes = Written(family);
        bytes[0] = QuarterBytes.Form + 1;
        Assert.Equal(new QuarterBytes.Found(null, QuarterBytes.Condition.Newer), QuarterBytes.Read(family, 7, bytes));
        Assert.False(family.Lacks($"{QuarterBytes.Form + 1}: 1"));
    }

    [Fact]
    public void Whatever_is_cut_off_or_changed_on_the_way_is_missing_and_never_an_exception()
    {
        var family = FamilyOf(Key, 1, 2, 3);
        var bytes = Written(family);
        for (var length = 0; length < bytes.Length; length++)
            Assert.NotEqual(QuarterBytes.Condition.Whole, QuarterBytes.Read(family, 7, bytes[..length]).State);
        for (var place = 1; place < bytes.Length; place++)
            foreach (var other in new byte[] { 0, 1, 3, 127, 255 })
            {
                var changed = bytes.ToArray();
                changed[place] = other;
                QuarterBytes.Read(family, 7, changed);
            }
    }

    private static Family FamilyOf(Dimension[] key, params ushort[] ids) => new(200, "test", key,
        [.. ids.Select(id => new Measure(id, $"m{id}", (MeasureKind)((id - 1) % 3 + 1), "things", ""))]);

    /// <summary>One cell: five of each count, seven of each sum, one of value 2 in each histogram.</summary>
    private byte[] Written(Family family, string role = "")
    {
        var cell = new Cell(family);
        foreach (var measure in family.Measures)
            switch (measure.Kind)
            {
                case MeasureKind.Count: cell.Count(measure, 5); break;
                case MeasureKind.Sum: cell.Add(measure, 7); break;
                case MeasureKind.Histogram: cell.Mark(measure, 2); break;
            }
        string[] values = family.KeptBy(Dimension.Role) ? ["Live", "water", role] : ["Live", "water"];
        return QuarterBytes.Write(new QuarterColumns(family, 7, [(new CellKey(family, values).Code(_names), cell)]));
    }

    private string Text(QuarterBytes.Found found) => string.Join('\n', found.Columns!.ToCells(_names).Select(pair => $"{pair.Key}: {pair.Cell}"));
}
