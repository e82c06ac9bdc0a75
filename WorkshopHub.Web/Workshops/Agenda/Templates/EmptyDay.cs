namespace WorkshopHub.Web.Workshops.Agenda.Templates;

/// <summary>Hardly anything: arrive, and one thing at the end.</summary>
public static class EmptyDay
{
    /// <summary>The template.</summary>
    public static AgendaTemplate Template { get; } = new("empty-day", "An empty day", "Arrive, and one thing to take home at the end",
    [
        Parts.Arrive(20, "Arrive and join") with { Prompt = "When everybody is here, put your phone away." },
        Parts.Posts(10, "One thing to take home", "Learning") with { Prompt = "What do you take home from today?" },
    ]);
}

/// <summary>What templates are made of.</summary>
public static class Parts
{
    /// <summary>Somebody speaks to all.</summary>
    public static TemplateItem Talk(int minutes, string title, string speaker = "") => Moment(minutes, title, "Talk", speaker);

    /// <summary>People arrive: the wall shows how to join, phones are in hand.</summary>
    public static TemplateItem Arrive(int minutes, string title) => new(
        minutes, title, "moment",
        System.Text.Json.JsonSerializer.Serialize(new { Doing = "Talk", Speaker = "", PhonesDown = false, Joining = true }));

    /// <summary>People talk with each other, phones down.</summary>
    public static TemplateItem Conversation(int minutes, string title) => Moment(minutes, title, "Conversation", "");

    /// <summary>A break.</summary>
    public static TemplateItem Rest(int minutes, string title) => Moment(minutes, title, "Rest", "");

    /// <summary>People write on their phones.</summary>
    public static TemplateItem Posts(int minutes, string title, params string[] kinds) => new(
        minutes, title, "posts", System.Text.Json.JsonSerializer.Serialize(new { Kinds = kinds, ApproveFirst = false, Limit = 0 }));

    private static TemplateItem Moment(int minutes, string title, string doing, string speaker) => new(
        minutes, title, "moment",
        System.Text.Json.JsonSerializer.Serialize(new { Doing = doing, Speaker = speaker, PhonesDown = doing != "Rest" }));
}
