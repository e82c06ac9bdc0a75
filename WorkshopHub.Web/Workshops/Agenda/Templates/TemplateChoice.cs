namespace WorkshopHub.Web.Workshops.Agenda.Templates;

/// <summary>Templates to choose from.</summary>
/// <param name="All">All of them.</param>
/// <param name="Chosen">Key of the one that is ticked.</param>
public sealed record TemplateChoice(IReadOnlyList<AgendaTemplate> All, string Chosen);
