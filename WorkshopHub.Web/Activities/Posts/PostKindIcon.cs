namespace WorkshopHub.Web.Activities.Posts;

/// <summary>How kinds of post are drawn.</summary>
public static class PostKindIcon
{
    /// <summary>The kind's icon in the sprite: bulb, question mark, gift, flag.</summary>
    public static string IconName(this PostKind kind) => kind switch
    {
        PostKind.Learning => "k-learning",
        PostKind.Question => "k-question",
        PostKind.Offer => "k-offer",
        PostKind.Request => "k-request",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
