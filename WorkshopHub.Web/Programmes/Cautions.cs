namespace WorkshopHub.Web.Programmes;

/// <summary>Numbers of people in words.</summary>
public static class Cautions
{
    /// <summary>E.g. 1 person, 5 people.</summary>
    public static string People(int number) => number == 1 ? "1 person" : $"{number} people";
}
