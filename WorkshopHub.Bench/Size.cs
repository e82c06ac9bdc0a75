namespace WorkshopHub.Bench;

/// <summary>How large the room is that is measured.</summary>
internal static class Size
{
    public const int Walls = 10;
    public const int Phones = 300;
    public const int Sets = 6;
    public const int PostsPerSecond = 50;
}
