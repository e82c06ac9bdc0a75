namespace WorkshopHub.Web.Activities.Pulses;

/// <summary>A pulse as the outcome report tells it: the picture of the wall in numbers.</summary>
public static class PulseFinding
{
    /// <summary>The finding of a picture; null while the room sees no bars.</summary>
    public static StatementsFinding? Of(PulsePicture picture) => !picture.HasPicture ? null : new StatementsFinding(
    [
        .. picture.Lines.Select(line => new StatementFound(
            1 + PulseStatement.Standard.ToList().FindIndex(one => one.Key == new PulseStatement(line.Text).Key), line.Text,
            line.Now is { } now ? new CountsFound(now.Counts, picture.When) : null,
            line.Then is { } then && picture.Then is { } when ? new CountsFound(then.Counts, when) : null)),
    ], picture.N);
}
