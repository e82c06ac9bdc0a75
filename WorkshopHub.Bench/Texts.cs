namespace WorkshopHub.Bench;

/// <summary>What is posted: as long as people write.</summary>
internal static class Texts
{
    public static string Of(string id) =>
        $"I drove 48 miles for an alarm that said the tank was high. It was empty, and my own team knew since August ({id}).";
}
