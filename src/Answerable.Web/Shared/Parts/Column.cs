using Microsoft.AspNetCore.Components;

namespace Answerable.Web.Shared;

/// <summary>A column of a table: its head, what a cell holds, and by what its rows can be put in order.</summary>
public sealed class Column<TRow> : ComponentBase
{
    [CascadingParameter] private DataTable<TRow> Table { get; set; } = default!;
    [Parameter, EditorRequired] public string Head { get; set; } = "";
    /// <summary>What a cell holds.</summary>
    [Parameter, EditorRequired] public RenderFragment<TRow> ChildContent { get; set; } = default!;
    /// <summary>What it holds below all rows.</summary>
    [Parameter] public RenderFragment? Foot { get; set; }
    /// <summary>The head as it stands, where it is more than a word.</summary>
    [Parameter] public RenderFragment? HeadContent { get; set; }
    /// <summary>Names the row: the first column, as a rule.</summary>
    [Parameter] public bool Row { get; set; }
    [Parameter] public bool Number { get; set; }
    /// <summary>The head is only heard, as over buttons.</summary>
    [Parameter] public bool Unseen { get; set; }
    /// <summary>Classes of a cell that depend on its row.</summary>
    [Parameter] public Func<TRow, string?>? Class { get; set; }
    /// <summary>By what rows are put in order when the head is followed.</summary>
    [Parameter] public Func<TRow, IComparable?>? By { get; set; }
    /// <summary>The word in the address for that order; the head's own unless given.</summary>
    [Parameter] public string? Sort { get; set; }

    internal string Word => Sort ?? Head.ToLowerInvariant().Replace(' ', '-');

    protected override void OnParametersSet() => Table.Take(this);
}
