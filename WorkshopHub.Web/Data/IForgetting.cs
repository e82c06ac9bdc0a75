namespace WorkshopHub.Web.Data;

/// <summary>A room that keeps something for few eyes and lets go of it when its time is over. Registered as a singleton; all are asked.</summary>
public interface IForgetting
{
    /// <summary>
    /// The days after a programme's closing are over: what was promised to go goes, what shall be counts becomes counts. Rows
    /// are deleted, never marked: the file overwrites them.
    /// </summary>
    void OnClosing(Writes writes, long programme);
}
