namespace WorkshopHub.Web.Demo;

/// <summary>What kick-off.json adds to the content: purposes and notes of the plan, and what people write besides.</summary>
internal sealed record KickOffNotes(
    IReadOnlyList<ItemNote> Items, IReadOnlyList<SpareText> Posts, IReadOnlyList<string> Actions, IReadOnlyList<string> Promises)
{
    /// <summary>Reads what the program carries inside.</summary>
    public static KickOffNotes Load() => DemoContent.Read<KickOffNotes>("kick-off");
}

/// <summary>What stands beside an item of the plan.</summary>
internal sealed record ItemNote(int Order, string Doing, string? Speaker, string Purpose, string Note);

/// <summary>A post that anybody could write once the content's own are used up.</summary>
internal sealed record SpareText(string Kind, string Text);
