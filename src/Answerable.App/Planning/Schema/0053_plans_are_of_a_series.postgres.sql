ALTER TABLE planning_scenarios ADD CONSTRAINT fk_planning_scenarios_planning_series_series FOREIGN KEY (series) REFERENCES planning_series (id);
ALTER TABLE planning_rehearsals ADD CONSTRAINT fk_planning_rehearsals_planning_series_series FOREIGN KEY (series) REFERENCES planning_series (id);
